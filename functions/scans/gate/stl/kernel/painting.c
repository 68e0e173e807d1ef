/* Draws triangles into packed pixels: what scans.gate.stl.painting does, bit for bit, for speed.
 *
 * It parses nothing, calls nothing and allocates nothing: one function over arrays that it is
 * handed. It writes to `pixels` and `seen` alone, within the lengths it is told. Every number is
 * taken for hostile: what a float says is clamped to the picture before it becomes an index, and
 * pixels are counted, so that the time is bounded by what is allowed whatever the numbers are.
 *
 * Same results mean the same operations in the same order on 32-bit floats, none of them fused;
 * names are those of painting.py, spans.py and shading.py, which say why each is done.
 */
#include <stdint.h>

#define SIDES_MOST 2
#define SIDE_MOST 16384 /* pixels that a picture may be wide, and high */
#define TRIANGLES_MOST (1 << 24)
#define COST_MOST 1073741824.0f /* of a triangle; more than any picture has pixels */
#define BLOCK 256               /* triangles looked at together */
#define PUBLIC __attribute__((visibility("default")))

enum { REFUSED = -1, STOPPED = -2 };

/* Numbers of shading.py, packed.py and spans.py, in the order of RULES in kernel/__init__.py. */
struct rules {
    float key[3], gloss[3], sky[3];
    float ambient, diffuse, specular, inside;
    float unit, brightest, depths;
    float half, overlap, thin, tiny;
};

/* Canvas of painting.py: rows of the matrix, the shift, rows of what turns normals. */
struct placing { float matrix[9], shift[3], facing[9]; };

/* All that one call is about. */
struct job {
    uint32_t *sides[SIDES_MOST];
    int count, width, height; /* of sides; pixels */
    const struct placing *placing;
    const struct rules *rules;
    const float *points, *normals;
    int64_t triangles, per; /* normals for each */
    int64_t left;           /* pixels that may still be painted */
};

struct point { float x, y; };
struct box { float left, right, bottom, top, doubled; };
struct plane { float at, by_x, by_y; };

/* A triangle while it is drawn. Light is worked out when the first of its pixels shows. */
struct facet {
    int64_t which;
    int inside, lit;
    float x[3], y[3], doubled;
    struct plane depth, bright[SIDES_MOST];
};

/* Which source this was compiled from. The loader compares it with the source that it finds. */
PUBLIC const char scanner_painting_source[65] = SOURCE_DIGEST;

static inline float lower(float a, float b) { return a < b ? a : b; }
static inline float higher(float a, float b) { return a > b ? a : b; }

/* What is not a number becomes `low`: each comparison with it is false. */
static inline float between(float value, float low, float high)
{
    float least = value > low ? value : low;
    return least < high ? least : high;
}

static inline float dot(const float *row, float x, float y, float z)
{
    return row[0] * x + row[1] * y + row[2] * z;
}

/* x, y and z at which the corners of a triangle come to lie. */
static inline void place(const struct job *job, int64_t which, float out[3][3])
{
    const struct placing *placing = job->placing;
    int64_t axis_of = 3 * job->triangles;
    for (int corner = 0; corner < 3; corner++) {
        const float *at = job->points + corner * job->triangles + which;
        for (int axis = 0; axis < 3; axis++)
            out[axis][corner] = dot(placing->matrix + 3 * axis, at[0], at[axis_of],
                                    at[2 * axis_of]) + placing->shift[axis];
    }
}

static inline struct box around(const struct rules *rules, float placed[3][3])
{
    const float *x = placed[0], *y = placed[1];
    return (struct box){
        .left = __builtin_ceilf(lower(lower(x[0], x[1]), x[2]) - rules->half),
        .right = __builtin_floorf(higher(higher(x[0], x[1]), x[2]) - rules->half),
        .bottom = __builtin_ceilf(lower(lower(y[0], y[1]), y[2]) - rules->half),
        .top = __builtin_floorf(higher(higher(y[0], y[1]), y[2]) - rules->half),
        .doubled = (x[1] - x[0]) * (y[2] - y[0]) - (x[2] - x[0]) * (y[1] - y[0]),
    };
}

static inline int visible(const struct rules *rules, struct box box)
{
    return (box.left <= box.right) & (box.bottom <= box.top) &
           (__builtin_fabsf(box.doubled) > rules->thin);
}

static inline int64_t cost(const struct rules *rules, struct box box)
{
    float columns = between(box.right - box.left, 0, COST_MOST);
    float rows = between(box.top - box.bottom, 0, COST_MOST);
    float area = between(__builtin_fabsf(box.doubled) * rules->half, 0, COST_MOST);
    return (int64_t)higher(columns, rows) + 1 + (int64_t)area;
}

/* Brightness as a picture stores it. */
static float light(const struct rules *rules, float x, float y, float z, float dimmed)
{
    float key = higher(dot(rules->key, x, y, z), 0), gloss = higher(dot(rules->gloss, x, y, z), 0);
    for (int doubling = 0; doubling < 5; doubling++)
        gloss *= gloss;
    float sky = rules->sky[0] + rules->sky[1] * y + rules->sky[2] * z;
    float bright = rules->ambient + rules->diffuse * key + sky + rules->specular * gloss;
    return bright * dimmed * rules->unit;
}

static struct plane plane(const struct facet *facet, const float *paint)
{
    const float *x = facet->x, *y = facet->y;
    float ux = x[1] - x[0], vx = x[2] - x[0], uy = y[1] - y[0], vy = y[2] - y[0];
    float u = paint[1] - paint[0], v = paint[2] - paint[0];
    float by_x = (u * vy - v * uy) / facet->doubled, by_y = (v * ux - u * vx) / facet->doubled;
    return (struct plane){paint[0] - by_x * x[0] - by_y * y[0], by_x, by_y};
}

/* Light over a triangle, for each side: a plane through that at its corners. */
static void lit(const struct job *job, struct facet *facet)
{
    const struct rules *rules = job->rules;
    float towards = facet->inside ? -1.0f : 1.0f, bright[SIDES_MOST][3];
    int64_t axis_of = job->per * job->triangles;
    for (int corner = 0; corner < job->per; corner++) {
        const float *at = job->normals + corner * job->triangles + facet->which;
        float facing[3];
        for (int axis = 0; axis < 3; axis++)
            facing[axis] = towards * dot(job->placing->facing + 3 * axis, at[0], at[axis_of],
                                         at[2 * axis_of]);
        for (int side = 0; side < job->count; side++)
            bright[side][corner] =
                light(rules, facing[0], side ? -facing[1] : facing[1], facing[2],
                      facet->inside ^ side ? rules->inside : 1.0f);
    }
    for (int side = 0; side < job->count; side++)
        facet->bright[side] = job->per == 1 ? (struct plane){bright[side][0], 0, 0}
                                            : plane(facet, bright[side]);
    facet->lit = 1;
}

/* Puts a run of pixels of a line of the picture: columns `begin` to `end`. The planes are followed
 * from column `start`, which is pixel `first` of `row` of the triangle's box. */
static void put(const struct job *job, struct facet *facet, int64_t line, int64_t begin,
                int64_t end, int64_t start, float first, float row)
{
    const struct rules *rules = job->rules;
    float value = facet->depth.at + facet->depth.by_x * first + facet->depth.by_y * row;
    for (int64_t column = begin; column <= end; column++) {
        float along = (float)(column - start);
        float deep = facet->depth.by_x * along + value;
        uint32_t front = (uint32_t)between(deep, 1, rules->depths);
        for (int side = 0; side < job->count; side++) {
            uint32_t *pixel = job->sides[side] + line * job->width + column;
            uint32_t near = side ? (uint32_t)rules->depths + 1 - front : front;
            if (near < *pixel >> 12)
                continue;
            if (!facet->lit)
                lit(job, facet);
            struct plane of = facet->bright[side];
            float bright = of.by_x * along + (of.at + of.by_x * first + of.by_y * row);
            uint32_t packed = near << 12 | (uint32_t)between(bright, 0, rules->brightest) << 1 |
                              (uint32_t)(facet->inside ^ side);
            if (packed > *pixel)
                *pixel = packed;
        }
    }
}

/* Brings two points into the order of their y, by arithmetic, which rounds. */
static inline void in_order(struct point *low, struct point *high)
{
    struct point one = *low, other = *high;
    float swap = (other.x - one.x) * (float)(one.y > other.y);
    *low = (struct point){one.x + swap, lower(one.y, other.y)};
    *high = (struct point){other.x - swap, higher(one.y, other.y)};
}

static inline float lean(const struct rules *rules, struct point low, struct point high)
{
    return (high.x - low.x) / (high.y - low.y + rules->tiny);
}

/* Draws one triangle. Returns whether all of it was allowed. */
static int triangle(struct job *job, int64_t which)
{
    const struct rules *rules = job->rules;
    float placed[3][3];
    place(job, which, placed);
    struct box box = around(rules, placed);
    struct facet facet = {.which = which, .inside = box.doubled < 0, .doubled = box.doubled};
    float left = box.left + rules->half, bottom = box.bottom + rules->half;
    for (int corner = 0; corner < 3; corner++) {
        facet.x[corner] = placed[0][corner] - left;
        facet.y[corner] = placed[1][corner] - bottom;
    }
    struct point low = {facet.x[0], facet.y[0]}, middle = {facet.x[1], facet.y[1]};
    struct point high = {facet.x[2], facet.y[2]};
    in_order(&low, &middle);
    in_order(&middle, &high);
    in_order(&low, &middle);
    float below = lean(rules, low, middle), above = lean(rules, middle, high);
    float opposite = lean(rules, low, high), across = low.x + (middle.y - low.y) * opposite;
    facet.depth = plane(&facet, placed[2]);

    /* Lines and columns of the picture alone: the bounds of every pixel that is written to. */
    int64_t lowest = (int64_t)between(box.bottom, 0, (float)job->height);
    int64_t highest = (int64_t)between(box.top, -1, (float)(job->height - 1));
    for (int64_t line = lowest; line <= highest; line++) {
        float row = (float)line - box.bottom, up = row - middle.y;
        float near = middle.x + lower(up, 0) * below + higher(up, 0) * above;
        float far = across + up * opposite;
        float first = __builtin_ceilf(lower(near, far) - rules->overlap);
        float last = __builtin_floorf(higher(near, far) + rules->overlap);
        if (!(last >= first))
            continue;
        float from = box.left + first;
        int64_t begin = (int64_t)between(from, 0, (float)job->width);
        int64_t end = (int64_t)between(box.left + last, -1, (float)(job->width - 1));
        if (end < begin)
            continue;
        if ((job->left -= end - begin + 1) < 0)
            return 0;
        int64_t start = (int64_t)between(from, -SIDE_MOST, SIDE_MOST);
        put(job, &facet, line, begin, end, start, first, row);
    }
    return 1;
}

/* Numbers of the triangles that may cover the centre of a pixel, into `seen`; returns how many.
 * `total` is what they cost together. */
static int64_t look(const struct job *job, uint32_t *seen, int64_t *total)
{
    int64_t found = 0;
    *total = 0;
    for (int64_t start = 0; start < job->triangles; start += BLOCK) {
        int64_t rest = job->triangles - start;
        int size = rest < BLOCK ? (int)rest : BLOCK;
        uint8_t marks[BLOCK];
        float placed[3][3];
        for (int i = 0; i < size; i++) { /* by itself, so that it is done for several at once */
            place(job, start + i, placed);
            marks[i] = (uint8_t)visible(job->rules, around(job->rules, placed));
        }
        for (int i = 0; i < size; i++) {
            if (!marks[i])
                continue;
            place(job, start + i, placed);
            *total += cost(job->rules, around(job->rules, placed));
            seen[found++] = (uint32_t)(start + i);
        }
    }
    return found;
}

/* Draws `count` triangles into a canvas and returns what they cost; less than 0: it did not.
 *
 * `pixels`: sides x height x width of them, `pixel_count` in all. `points`: 3 axes x 3 corners x
 * count. `normals`: 3 axes x `per` (1 or 3) x count. `seen`: room for `seen_count` numbers, `count`
 * or more, whatever stands there. `allowed`: what all may cost; more are thinned out evenly.
 */
PUBLIC int64_t scanner_paint(uint32_t *pixels, int64_t pixel_count, int32_t sides, int32_t width,
                             int32_t height, const struct placing *placing,
                             const struct rules *rules, const float *points, const float *normals,
                             int64_t count, int32_t per, uint32_t *seen, int64_t seen_count,
                             int64_t allowed)
{
    if (!pixels || !placing || !rules || !points || !normals || !seen || sides < 1 ||
        sides > SIDES_MOST || width < 1 || width > SIDE_MOST || height < 1 || height > SIDE_MOST ||
        pixel_count != (int64_t)sides * width * height || count < 0 || count > TRIANGLES_MOST ||
        seen_count < count || (per != 1 && per != 3) || allowed < 0 || allowed > INT64_MAX / 8 ||
        !(rules->depths >= 1 && rules->depths < 1048575) ||
        !(rules->brightest >= 0 && rules->brightest < 2048))
        return REFUSED;
    struct job job = {
        .count = sides, .width = width, .height = height, .placing = placing, .rules = rules,
        .points = points, .normals = normals, .triangles = count, .per = per, .left = 4 * allowed,
    };
    for (int side = 0; side < sides; side++)
        job.sides[side] = pixels + (int64_t)side * width * height;
    int64_t total, found = look(&job, seen, &total), spent = total <= allowed ? total : 0;
    int64_t step = total <= allowed ? 1 : total / (allowed > 1 ? allowed : 1) + 1;
    for (int64_t number = 0; number < found; number += step) {
        float placed[3][3];
        if (total > allowed) {
            place(&job, seen[number], placed);
            int64_t more = cost(rules, around(rules, placed));
            if (spent + more > allowed)
                break;
            spent += more;
        }
        if (!triangle(&job, seen[number]))
            return STOPPED;
    }
    return spent;
}
