/* Triangles made ready to be drawn, many at a time: where they lie, their sides, their light.
 *
 * Nothing here writes beside a batch. Same results as NumPy's mean the same operations in the same
 * order on 32-bit floats, none of them fused; names are those of painting.py, spans.py, shading.py
 * and vectors.py, which say why each is done.
 */
#include "drawing.h"

#define SIDES_MOST 2
#define COST_MOST 536870912.0f /* of a triangle: no picture has as many pixels; twice fits 32 bits */
#define BLOCK 128               /* triangles worked on together */

/* Numbers of shading.py, packed.py and spans.py, in the order of RULES in kernel/__init__.py. */
struct rules {
    float key[3], gloss[3], sky[3];
    float ambient, diffuse, specular, inside;
    float unit, brightest, depths;
    float half, overlap, thin, tiny, least;
};

/* Canvas of painting.py: rows of the matrix, the shift, rows of what turns normals. */
struct placing { float matrix[9], shift[3], facing[9]; };

/* All that one call is about. */
struct job {
    uint32_t *sides[SIDES_MOST];
    int count, width, height; /* of sides; pixels */
    struct placing placing;
    struct rules rules;
    const float *points, *normals; /* none of these where triangles are flat */
    int64_t triangles, left;       /* pixels that may still be painted */
};

struct point { float x, y; };
struct box { float left, right, bottom, top, doubled; };

/* Triangles that are made ready together, each number of all of them side by side, so that the
 * processor does several at once. Planes are what is at the first pixel of the box, its change with
 * x, and with y. */
struct batch {
    float corners[9][BLOCK], normals[9][BLOCK];
    float left[BLOCK], bottom[BLOCK], top[BLOCK], doubled[BLOCK];
    float x[3][BLOCK], y[3][BLOCK], deep[3][BLOCK], lights[3][BLOCK];
    float turn_x[BLOCK], turn_y[BLOCK], across[BLOCK];
    float below[BLOCK], above[BLOCK], opposite[BLOCK];
    float depth[3][BLOCK], bright[SIDES_MOST][3][BLOCK];
};

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

/* x, y and z at which the corners of a triangle come to lie. What is at `at` for one axis of one
 * corner is `apart` from the next, 3 axes of 3 corners. */
static inline void place(const struct placing *placing, const float *at, int64_t apart,
                         float out[3][3])
{
    for (int corner = 0; corner < 3; corner++)
        for (int axis = 0; axis < 3; axis++)
            out[axis][corner] = dot(placing->matrix + 3 * axis, at[corner * apart],
                                    at[(3 + corner) * apart], at[(6 + corner) * apart]) +
                                placing->shift[axis];
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

/* What a triangle costs, 0 where it covers the centre of no pixel. */
static inline int32_t cost(const struct rules *rules, struct box box)
{
    float columns = between(box.right - box.left, 0, COST_MOST);
    float rows = between(box.top - box.bottom, 0, COST_MOST);
    float area = between(__builtin_fabsf(box.doubled) * rules->half, 0, COST_MOST);
    int seen = (box.left <= box.right) & (box.bottom <= box.top) &
               (__builtin_fabsf(box.doubled) > rules->thin);
    return seen ? (int32_t)higher(columns, rows) + 1 + (int32_t)area : 0;
}

/* Brightness as a picture stores it. */
static inline float light(const struct rules *rules, float x, float y, float z, float dimmed)
{
    float key = higher(dot(rules->key, x, y, z), 0), gloss = higher(dot(rules->gloss, x, y, z), 0);
    for (int doubling = 0; doubling < 5; doubling++)
        gloss *= gloss;
    float sky = rules->sky[0] + rules->sky[1] * y + rules->sky[2] * z;
    float bright = rules->ambient + rules->diffuse * key + sky + rules->specular * gloss;
    return bright * dimmed * rules->unit;
}

/* The plane through `paint` at the corners of a triangle. */
static inline void plane(const struct batch *batch, int i, float paint[3][BLOCK],
                         float out[3][BLOCK])
{
    float x = batch->x[0][i], y = batch->y[0][i];
    float ux = batch->x[1][i] - x, vx = batch->x[2][i] - x;
    float uy = batch->y[1][i] - y, vy = batch->y[2][i] - y;
    float u = paint[1][i] - paint[0][i], v = paint[2][i] - paint[0][i];
    float by_x = (u * vy - v * uy) / batch->doubled[i];
    float by_y = (v * ux - u * vx) / batch->doubled[i];
    out[0][i] = paint[0][i] - by_x * x - by_y * y, out[1][i] = by_x, out[2][i] = by_y;
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

/* Where triangles lie, and their sides. */
static inline void laid(const struct job *job, struct batch *batch, int size)
{
    for (int i = 0; i < size; i++) {
        float placed[3][3];
        place(&job->placing, batch->corners[0] + i, BLOCK, placed);
        struct box box = around(&job->rules, placed);
        batch->left[i] = box.left, batch->bottom[i] = box.bottom, batch->top[i] = box.top;
        batch->doubled[i] = box.doubled;
        float left = box.left + job->rules.half, bottom = box.bottom + job->rules.half;
        for (int corner = 0; corner < 3; corner++) {
            batch->x[corner][i] = placed[0][corner] - left;
            batch->y[corner][i] = placed[1][corner] - bottom;
            batch->deep[corner][i] = placed[2][corner];
        }
    }
    for (int i = 0; i < size; i++) {
        struct point low = {batch->x[0][i], batch->y[0][i]};
        struct point middle = {batch->x[1][i], batch->y[1][i]};
        struct point high = {batch->x[2][i], batch->y[2][i]};
        in_order(&low, &middle);
        in_order(&middle, &high);
        in_order(&low, &middle);
        float opposite = lean(&job->rules, low, high);
        batch->turn_x[i] = middle.x, batch->turn_y[i] = middle.y;
        batch->across[i] = low.x + (middle.y - low.y) * opposite;
        batch->below[i] = lean(&job->rules, low, middle);
        batch->above[i] = lean(&job->rules, middle, high), batch->opposite[i] = opposite;
    }
    for (int i = 0; i < size; i++)
        plane(batch, i, batch->deep, batch->depth);
}

/* Unit vectors at right angles to flat triangles, as normals of their first corners. */
static inline void faced(const struct rules *rules, struct batch *batch, int size)
{
    for (int i = 0; i < size; i++) {
        float u[3], v[3];
        for (int axis = 0; axis < 3; axis++) {
            u[axis] = batch->corners[3 * axis + 1][i] - batch->corners[3 * axis][i];
            v[axis] = batch->corners[3 * axis + 2][i] - batch->corners[3 * axis][i];
        }
        float x = u[1] * v[2] - u[2] * v[1], y = u[2] * v[0] - u[0] * v[2];
        float z = u[0] * v[1] - u[1] * v[0];
        float length = higher(__builtin_sqrtf(x * x + y * y + z * z), rules->least);
        batch->normals[0][i] = x / length;
        batch->normals[3][i] = y / length;
        batch->normals[6][i] = z / length;
    }
}

/* Light over triangles, for a side: a plane through that at their corners. */
static inline void lit(const struct job *job, struct batch *batch, int size, int side)
{
    const float(*normals)[BLOCK] = batch->normals;
    for (int corner = 0; corner < (job->normals ? 3 : 1); corner++)
        for (int i = 0; i < size; i++) {
            int inside = batch->doubled[i] < 0;
            float towards = inside ? -1.0f : 1.0f, facing[3];
            for (int axis = 0; axis < 3; axis++)
                facing[axis] = towards * dot(job->placing.facing + 3 * axis, normals[corner][i],
                                             normals[3 + corner][i], normals[6 + corner][i]);
            batch->lights[corner][i] = light(&job->rules, facing[0], side ? -facing[1] : facing[1],
                                             facing[2], inside ^ side ? job->rules.inside : 1.0f);
        }
    for (int i = 0; i < size; i++)
        if (job->normals)
            plane(batch, i, batch->lights, batch->bright[side]);
        else {
            batch->bright[side][0][i] = batch->lights[0][i];
            batch->bright[side][1][i] = batch->bright[side][2][i] = 0;
        }
}

/* Makes the first `size` triangles of a batch ready, from their corners and normals. */
static inline void made_ready(const struct job *job, struct batch *batch, int size)
{
    laid(job, batch, size);
    if (!job->normals)
        faced(&job->rules, batch, size);
    for (int side = 0; side < job->count; side++)
        lit(job, batch, size, side);
}
