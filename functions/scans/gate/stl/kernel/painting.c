/* Draws triangles into packed pixels: what scans.gate.stl.painting does, bit for bit, for speed.
 *
 * It parses nothing, calls nothing and allocates nothing: one function over arrays that it is
 * handed. It writes to `pixels` and `seen` alone, within the lengths it is told. Every number is
 * taken for hostile: what a float says is clamped to the picture before it becomes an index, and
 * pixels are counted, so that the time is bounded by what is allowed whatever the numbers are.
 */
#include "batch.h"

#define TRIANGLES_MOST (1 << 24)

/* Which source this was compiled from. The loader compares it with the source that it finds. */
PUBLIC const char scanner_painting_source[17] = SOURCE_DIGEST;

/* Numbers of the triangles that may cover the centre of a pixel, into `seen`; returns how many.
 * `total` is what they cost together. */
static int64_t look(const struct job *job, uint32_t *seen, int64_t *total)
{
    int64_t found = 0;
    *total = 0;
    for (int64_t start = 0; start < job->triangles; start += BLOCK) {
        int64_t rest = job->triangles - start;
        int size = rest < BLOCK ? (int)rest : BLOCK;
        int32_t costs[BLOCK];
        float placed[3][3];
        for (int i = 0; i < size; i++) { /* by itself, so that it is done for several at once */
            place(&job->placing, job->points + start + i, job->triangles, placed);
            costs[i] = cost(&job->rules, around(&job->rules, placed));
        }
        for (int i = 0; i < size; i++) {
            *total += costs[i];
            if (costs[i])
                seen[found++] = (uint32_t)(start + i);
        }
    }
    return found;
}

/* Puts a run of `many` pixels of a side. The planes are followed from pixel `first` of `row` of the
 * triangle's box; the run begins `skipped` pixels after that. */
static inline void put(const struct job *job, const struct batch *batch, int i, int side,
                       uint32_t *pixel, int64_t many, int64_t skipped, float first, float row)
{
    const struct rules *rules = &job->rules;
    const float(*depth)[BLOCK] = batch->depth, (*bright)[BLOCK] = batch->bright[side];
    float deep = depth[0][i] + depth[1][i] * first + depth[2][i] * row;
    float lit = bright[0][i] + bright[1][i] * first + bright[2][i] * row;
    float deeper = depth[1][i], brighter = bright[1][i];
    uint32_t inside = (uint32_t)((batch->doubled[i] < 0) ^ side);
#pragma clang loop vectorize(disable) unroll(disable) /* mostly a few pixels */
    for (int64_t step = 0; step < many; step++) {
        float along = (float)(int32_t)(step + skipped);
        uint32_t near = (uint32_t)(int32_t)between(deeper * along + deep, 1, rules->depths);
        if (side)
            near = (uint32_t)(int32_t)rules->depths + 1 - near;
        float light = between(brighter * along + lit, 0, rules->brightest);
        uint32_t packed = near << 12 | (uint32_t)(int32_t)light << 1 | inside;
        pixel[step] = packed > pixel[step] ? packed : pixel[step];
    }
}

/* Draws one triangle. Returns whether all of it was allowed. */
static inline int triangle(struct job *job, const struct batch *batch, int i)
{
    const struct rules *rules = &job->rules;
    float left = batch->left[i], bottom = batch->bottom[i];
    /* Lines and columns of the picture alone: the bounds of every pixel that is written to. */
    int64_t lowest = (int64_t)between(bottom, 0, (float)job->height);
    int64_t highest = (int64_t)between(batch->top[i], -1, (float)(job->height - 1));
    for (int64_t line = lowest; line <= highest; line++) {
        float row = (float)line - bottom, up = row - batch->turn_y[i];
        float near = batch->turn_x[i] + lower(up, 0) * batch->below[i] +
                     higher(up, 0) * batch->above[i];
        float far = batch->across[i] + up * batch->opposite[i];
        float first = __builtin_ceilf(lower(near, far) - rules->overlap);
        float last = __builtin_floorf(higher(near, far) + rules->overlap);
        if (!(last >= first))
            continue;
        float from = left + first;
        int64_t begin = (int64_t)between(from, 0, (float)job->width);
        int64_t end = (int64_t)between(left + last, -1, (float)(job->width - 1));
        if (end < begin)
            continue;
        if ((job->left -= end - begin + 1) < 0)
            return 0;
        int64_t start = (int64_t)between(from, -SIDE_MOST, SIDE_MOST);
        for (int side = 0; side < job->count; side++)
            put(job, batch, i, side, job->sides[side] + line * job->width + begin, end - begin + 1,
                begin - start, first, row);
    }
    return 1;
}

/* Copies triangles numbered in `seen` into a batch, every `step`th from `*at` on, which it moves
 * on. Returns how many. */
static inline int gathered(const struct job *job, struct batch *batch, const uint32_t *seen,
                           int64_t *at, int64_t found, int64_t step)
{
    int size = 0;
    for (; size < BLOCK && *at < found; *at += step, size++)
        for (int part = 0; part < 9; part++) {
            int64_t where = part * job->triangles + seen[*at];
            batch->corners[part][size] = job->points[where];
            if (job->normals)
                batch->normals[part][size] = job->normals[where];
        }
    return size;
}

/* Draws the triangles numbered in `seen`, every `step`th of them; of thinned ones no more than
 * `allowed`. Returns what those cost. */
static int64_t draw(struct job *job, const uint32_t *seen, int64_t found, int64_t step,
                    int64_t allowed)
{
    struct batch batch;
    int64_t spent = 0;
    for (int64_t at = 0; at < found;) {
        int size = gathered(job, &batch, seen, &at, found, step);
        for (int i = 0; step > 1 && i < size; i++) {
            float placed[3][3];
            place(&job->placing, batch.corners[0] + i, BLOCK, placed);
            int32_t more = cost(&job->rules, around(&job->rules, placed));
            if (spent + more > allowed)
                size = i, at = found;
            else
                spent += more;
        }
        made_ready(job, &batch, size);
        for (int i = 0; i < size; i++)
            if (!triangle(job, &batch, i))
                return STOPPED;
    }
    return spent;
}

/* Draws `count` triangles into a canvas and returns what they cost; less than 0: it did not.
 *
 * `pixels`: sides x height x width of them, `pixel_count` in all. `points`: 3 axes x 3 corners x
 * count. `normals`: as many, or none where the triangles are flat. `seen`: room for `seen_count`
 * numbers, `count` or more, whatever stands there. `allowed`: what all may cost; more are thinned
 * out evenly.
 */
PUBLIC int64_t scanner_paint(uint32_t *pixels, int64_t pixel_count, int32_t sides, int32_t width,
                             int32_t height, const struct placing *placing,
                             const struct rules *rules, const float *points, const float *normals,
                             int64_t count, uint32_t *seen, int64_t seen_count, int64_t allowed)
{
    if (!pixels || !placing || !rules || !points || !seen || sides < 1 || sides > SIDES_MOST ||
        width < 1 || width > SIDE_MOST || height < 1 || height > SIDE_MOST ||
        pixel_count != (int64_t)sides * width * height || count < 0 || count > TRIANGLES_MOST ||
        seen_count < count || allowed < 0 || allowed > INT64_MAX / 8 ||
        !(rules->depths >= 1 && rules->depths < 1048575) ||
        !(rules->brightest >= 0 && rules->brightest < 2048))
        return REFUSED;
    struct job job = {
        .count = sides, .width = width, .height = height, .placing = *placing, .rules = *rules,
        .points = points, .normals = normals, .triangles = count, .left = 4 * allowed,
    };
    for (int side = 0; side < sides; side++)
        job.sides[side] = pixels + (int64_t)side * width * height;
    int64_t total, found = look(&job, seen, &total);
    int64_t step = total <= allowed ? 1 : total / (allowed > 1 ? allowed : 1) + 1;
    int64_t spent = draw(&job, seen, found, step, allowed);
    return step > 1 || spent < 0 ? spent : total;
}
