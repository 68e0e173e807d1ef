/* Draws triangles into packed pixels: what scans.gate.stl.painting does, bit for bit, for speed.
 *
 * It parses nothing, calls nothing and allocates nothing: one function over arrays that it is
 * handed. It writes to `pixels` and `seen` alone, within the lengths it is told. Every number is
 * taken for hostile: what a float says is clamped to the picture before it becomes an index, and
 * what is drawn is counted, so that the time is bounded by what is allowed whatever the numbers are.
 *
 * Same results mean the same operations in the same order on 32-bit floats, none of them fused;
 * names are those of painting.py, spans.py and shading.py, which say why each is done.
 */
#include <stdint.h>

#define SIDES_MOST 2
#define SIDE_MOST 16384         /* pixels a picture may be wide and high */
#define TRIANGLES_MOST (1 << 24)
#define COST_MOST 1073741824.0f /* of a triangle; more than any picture has pixels */
#define BLOCK 256               /* triangles looked at together */

enum { REFUSED = -1, OVERSPENT = -2 };

/* Numbers of painting.py, spans.py, shading.py and packed.py, in the order of RULES in
 * kernel/__init__.py. */
struct rules {
    float key[3], gloss[3], sky[3];
    float ambient, diffuse, specular, inside;
    float unit, brightest, depths;
    float half, overlap, thin, tiny;
};

/* Canvas of painting.py: rows of the matrix, the shift, rows of what turns normals. */
struct placing {
    float matrix[9], shift[3], facing[9];
};

/* Which source this was built from. The loader compares it with the source that it finds. */
#ifndef SOURCE_DIGEST
#define SOURCE_DIGEST ""
#endif
__attribute__((visibility("default"))) const char scanner_painting_source[65] = SOURCE_DIGEST;

struct plane {
    float at, by_x, by_y;
};

struct point {
    float x, y;
};

/* Not a number is the lower of two, and the higher: comparisons with it fail. */
static inline float lower(float a, float b) { return a < b ? a : b; }
static inline float higher(float a, float b) { return a > b ? a : b; }
static inline float between(float value, float low, float high)
{
    float least = value > low ? value : low;
    return least < high ? least : high;
}

static inline float turned(const float *row, float x, float y, float z)
{
    return x * row[0] + y * row[1] + z * row[2];
}

/* Brightness as the picture stores it. */
static float light(const struct rules *rules, float x, float y, float z, float dimmed)
{
    float key = higher(rules->key[0] * x + rules->key[1] * y + rules->key[2] * z, 0);
    float gloss = higher(rules->gloss[0] * x + rules->gloss[1] * y + rules->gloss[2] * z, 0);
    for (int doubling = 0; doubling < 5; doubling++)
        gloss *= gloss;
    float sky = rules->sky[0] + rules->sky[1] * y + rules->sky[2] * z;
    float bright = rules->ambient + rules->diffuse * key + sky + rules->specular * gloss;
    return bright * dimmed * rules->unit;
}

static struct plane plane(const float *x, const float *y, const float *paint, float doubled)
{
    float ux = x[1] - x[0], vx = x[2] - x[0], uy = y[1] - y[0], vy = y[2] - y[0];
    float u = paint[1] - paint[0], v = paint[2] - paint[0];
    struct plane plane;
    plane.by_x = (u * vy - v * uy) / doubled;
    plane.by_y = (v * ux - u * vx) / doubled;
    plane.at = paint[0] - plane.by_x * x[0] - plane.by_y * y[0];
    return plane;
}

/* Brings two points into the order of their y, as _in_order does: by arithmetic, which rounds. */
static inline void in_order(struct point *low, struct point *high)
{
    struct point one = *low, other = *high;
    float swap = (other.x - one.x) * (float)(one.y > other.y);
    low->x = one.x + swap;
    low->y = lower(one.y, other.y);
    high->x = other.x - swap;
    high->y = higher(one.y, other.y);
}

static inline float lean(struct point low, struct point high, float tiny)
{
    return (high.x - low.x) / (high.y - low.y + tiny);
}

/* The pixels around a triangle, and twice its area. */
struct box {
    float left, right, bottom, top, doubled;
};

static inline struct box around(const struct rules *rules, const float *x, const float *y)
{
    struct box box;
    box.left = __builtin_ceilf(lower(lower(x[0], x[1]), x[2]) - rules->half);
    box.right = __builtin_floorf(higher(higher(x[0], x[1]), x[2]) - rules->half);
    box.bottom = __builtin_ceilf(lower(lower(y[0], y[1]), y[2]) - rules->half);
    box.top = __builtin_floorf(higher(higher(y[0], y[1]), y[2]) - rules->half);
    box.doubled = (x[1] - x[0]) * (y[2] - y[0]) - (x[2] - x[0]) * (y[1] - y[0]);
    return box;
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

struct canvas {
    uint32_t *sides[SIDES_MOST];
    int count, width, height;
    const struct placing *placing;
    const struct rules *rules;
    int64_t left; /* pixels that may still be painted */
};

/* Corner `corner` of triangle `which` comes to lie at x, y and z of `out`. */
static inline void place(const struct placing *placing, const float *points, int64_t count,
                         int64_t which, float out[3][3])
{
    for (int corner = 0; corner < 3; corner++) {
        const float *at = points + corner * count + which;
        for (int axis = 0; axis < 3; axis++)
            out[axis][corner] = turned(placing->matrix + 3 * axis, at[0], at[3 * count],
                                       at[6 * count]) + placing->shift[axis];
    }
}

/* A triangle while it is drawn. Light is worked out when the first of its pixels is seen. */
struct facet {
    const struct canvas *canvas;
    const float *normals; /* of its first corner, first axis */
    int64_t count;
    int per, inside, lit;
    float x[3], y[3], doubled;
    struct plane depth, bright[SIDES_MOST];
};

/* Light over a triangle, for each side: a plane through that at its corners. */
static void lit(struct facet *facet)
{
    const struct canvas *canvas = facet->canvas;
    const struct rules *rules = canvas->rules;
    float towards = facet->inside ? -1.0f : 1.0f;
    float front = facet->inside ? rules->inside : 1.0f;
    float behind = facet->inside ? 1.0f : rules->inside;
    float bright[SIDES_MOST][3];
    for (int corner = 0; corner < facet->per; corner++) {
        const float *at = facet->normals + corner * facet->count;
        int64_t next = facet->per * facet->count;
        float facing[3];
        for (int axis = 0; axis < 3; axis++)
            facing[axis] = towards * turned(canvas->placing->facing + 3 * axis, at[0], at[next],
                                            at[2 * next]);
        bright[0][corner] = light(rules, facing[0], facing[1], facing[2], front);
        if (canvas->count > 1)
            bright[1][corner] = light(rules, facing[0], -facing[1], facing[2], behind);
    }
    for (int side = 0; side < canvas->count; side++)
        facet->bright[side] = facet->per == 1
                                  ? (struct plane){bright[side][0], 0, 0}
                                  : plane(facet->x, facet->y, bright[side], facet->doubled);
    facet->lit = 1;
}

/* Puts a run of pixels of a row: columns `begin` to `end`; the planes are followed from column
 * `start`, which is `first` of the triangle's box, and `row` of it. */
static void put(struct facet *facet, int64_t line, int64_t begin, int64_t end, int64_t start,
                float first, float row)
{
    const struct canvas *canvas = facet->canvas;
    const struct rules *rules = canvas->rules;
    float value = facet->depth.at + facet->depth.by_x * first + facet->depth.by_y * row;
    for (int64_t column = begin; column <= end; column++) {
        float along = (float)(column - start);
        uint32_t depth =
            (uint32_t)between(facet->depth.by_x * along + value, 1, rules->depths);
        for (int side = 0; side < canvas->count; side++) {
            uint32_t *pixel = canvas->sides[side] + line * canvas->width + column;
            uint32_t near = side ? (uint32_t)rules->depths + 1 - depth : depth;
            if (near < *pixel >> 12)
                continue;
            if (!facet->lit)
                lit(facet);
            const struct plane *plane = &facet->bright[side];
            float bright =
                plane->by_x * along + (plane->at + plane->by_x * first + plane->by_y * row);
            uint32_t packed = near << 12 |
                              (uint32_t)between(bright, 0, rules->brightest) << 1 |
                              (uint32_t)(facet->inside ^ side);
            if (packed > *pixel)
                *pixel = packed;
        }
    }
}

/* Draws one triangle. Returns whether all of it was allowed. */
static int triangle(struct canvas *canvas, const float *points, const float *normals, int per,
                    int64_t count, int64_t which)
{
    const struct rules *rules = canvas->rules;
    float placed[3][3];
    place(canvas->placing, points, count, which, placed);
    struct box box = around(rules, placed[0], placed[1]);
    struct facet facet = {
        .canvas = canvas,
        .normals = normals + which,
        .count = count,
        .per = per,
        .inside = box.doubled < 0,
        .doubled = box.doubled,
    };
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
    float below = lean(low, middle, rules->tiny), above = lean(middle, high, rules->tiny);
    float opposite = lean(low, high, rules->tiny);
    float across = low.x + (middle.y - low.y) * opposite;
    int planned = 0;

    /* Lines and columns of the picture alone: the bounds of every index that is written to. */
    int64_t lowest = (int64_t)between(box.bottom, 0, (float)canvas->height);
    int64_t highest = (int64_t)between(box.top, -1, (float)(canvas->height - 1));
    for (int64_t line = lowest; line <= highest; line++) {
        float row = (float)line - box.bottom;
        float up = row - middle.y;
        float near = middle.x + lower(up, 0) * below + higher(up, 0) * above;
        float far = across + up * opposite;
        float first = __builtin_ceilf(lower(near, far) - rules->overlap);
        float last = __builtin_floorf(higher(near, far) + rules->overlap);
        if (!(last >= first))
            continue;
        float from = box.left + first, until = box.left + last;
        int64_t begin = (int64_t)between(from, 0, (float)canvas->width);
        int64_t end = (int64_t)between(until, -1, (float)(canvas->width - 1));
        int64_t start = (int64_t)between(from, -SIDE_MOST, SIDE_MOST);
        if (end < begin)
            continue;
        if ((canvas->left -= end - begin + 1) < 0)
            return 0;
        if (!planned) {
            facet.depth = plane(facet.x, facet.y, placed[2], box.doubled);
            planned = 1;
        }
        put(&facet, line, begin, end, start, first, row);
    }
    return 1;
}

/* Numbers of the triangles that may cover the centre of a pixel, into `seen`; returns how many.
 * `total` is what they cost together. */
static int64_t look(const struct canvas *canvas, const float *points, int64_t count,
                    uint32_t *seen, int64_t *total)
{
    const struct rules *rules = canvas->rules;
    const struct placing *placing = canvas->placing;
    int64_t found = 0;
    *total = 0;
    for (int64_t start = 0; start < count; start += BLOCK) {
        int size = count - start < BLOCK ? (int)(count - start) : BLOCK;
        float flat[2][3][BLOCK];
        for (int axis = 0; axis < 2; axis++)
            for (int corner = 0; corner < 3; corner++) {
                const float *at = points + corner * count + start;
                for (int i = 0; i < size; i++)
                    flat[axis][corner][i] = turned(placing->matrix + 3 * axis, at[i],
                                                   at[3 * count + i], at[6 * count + i]) +
                                            placing->shift[axis];
            }
        uint8_t marks[BLOCK];
        for (int i = 0; i < size; i++) {
            float x[3] = {flat[0][0][i], flat[0][1][i], flat[0][2][i]};
            float y[3] = {flat[1][0][i], flat[1][1][i], flat[1][2][i]};
            marks[i] = (uint8_t)visible(rules, around(rules, x, y));
        }
        for (int i = 0; i < size; i++) {
            if (!marks[i])
                continue;
            float x[3] = {flat[0][0][i], flat[0][1][i], flat[0][2][i]};
            float y[3] = {flat[1][0][i], flat[1][1][i], flat[1][2][i]};
            *total += cost(rules, around(rules, x, y));
            seen[found++] = (uint32_t)(start + i);
        }
    }
    return found;
}

/* Draws `count` triangles into a canvas and returns what they cost, or less than 0.
 *
 * `pixels`: sides x height x width of them, `pixel_count` in all. `points`: 3 axes x 3 corners x
 * count. `normals`: 3 axes x `per` (1 or 3) x count. `seen`: room for `seen_count` numbers, `count`
 * or more, whatever stands there. `allowed`: what all may cost; more are thinned out evenly.
 */
__attribute__((visibility("default"))) int64_t
scanner_paint(uint32_t *pixels, int64_t pixel_count, int32_t sides, int32_t width, int32_t height,
              const struct placing *placing, const struct rules *rules, const float *points,
              const float *normals, int64_t count, int32_t per, uint32_t *seen, int64_t seen_count,
              int64_t allowed)
{
    if (!pixels || !placing || !rules || !points || !normals || !seen)
        return REFUSED;
    if (sides < 1 || sides > SIDES_MOST || width < 1 || width > SIDE_MOST || height < 1 ||
        height > SIDE_MOST || pixel_count != (int64_t)sides * width * height)
        return REFUSED;
    if (count < 0 || count > TRIANGLES_MOST || seen_count < count || (per != 1 && per != 3) || allowed < 0 ||
        allowed > INT64_MAX / 8)
        return REFUSED;
    if (!(rules->depths >= 1 && rules->depths < 1048575) ||
        !(rules->brightest >= 0 && rules->brightest < 2048))
        return REFUSED;
    struct canvas canvas = {
        .count = sides,
        .width = width,
        .height = height,
        .placing = placing,
        .rules = rules,
        .left = 4 * allowed,
    };
    for (int side = 0; side < sides; side++)
        canvas.sides[side] = pixels + (int64_t)side * width * height;
    int64_t total, step = 1, spent = 0;
    int64_t found = look(&canvas, points, count, seen, &total);
    if (total > allowed)
        step = total / (allowed > 1 ? allowed : 1) + 1;
    for (int64_t number = 0; number < found; number += step) {
        float placed[3][3];
        if (step > 1) {
            place(placing, points, count, seen[number], placed);
            int64_t more = cost(rules, around(rules, placed[0], placed[1]));
            if (spent + more > allowed)
                break;
            spent += more;
        }
        if (!triangle(&canvas, points, normals, per, count, seen[number]))
            return OVERSPENT;
    }
    return step > 1 ? spent : total;
}
