/* Shows packed pixels in a picture of fewer: what scans.gate.stl.developing does, bit for bit.
 *
 * It writes to the four arrays of the picture alone. Nothing that a pixel says becomes an index.
 */
#include "drawing.h"

#define FINER_MOST 4

/* Where one row of the picture goes. */
struct row { float *covered, *bright, *depth; uint8_t *inside; };

/* One row, from the row of pixels at `top` and those below it, which stand before it. */
static inline void developed(const uint32_t *top, int64_t wide, int width, int finer, float deep,
                             float unit, struct row row)
{
    for (int64_t x = 0; x < width; x++) {
        uint32_t count = 0, light = 0, behind = 0, near = 0;
        for (int down = 0; down < finer; down++)
            for (int along = 0; along < finer; along++) {
                uint32_t pixel = top[x * finer + along - down * wide];
                count += pixel > 0;
                light += pixel >> 1 & 2047;
                behind += pixel & 1;
                near += pixel >> 12;
            }
        float some = (float)(int32_t)count, weight = 1 / (some > 1 ? some : 1);
        row.covered[x] = some / (float)(finer * finer);
        row.bright[x] = (float)(int32_t)light * weight / unit;
        row.inside[x] = (float)(int32_t)behind * weight > 0.5f;
        row.depth[x] = (float)(int32_t)near * weight * deep;
    }
}

/* Makes a picture of `width` and `height` from pixels, `finer` times as many each way, the lowest
 * row first. `covered`, `bright`, `depth`, `inside`: room for `room` numbers each, the highest row
 * first. `deep`: how near a step of depth is; `unit`: what stands for a brightness of 1. Returns 0,
 * less than 0 where it did nothing. */
PUBLIC int32_t scanner_develop(const uint32_t *pixels, int64_t pixel_count, int32_t finer,
                               int32_t width, int32_t height, float deep, float unit,
                               float *covered, float *bright, float *depth, uint8_t *inside,
                               int64_t room)
{
    if (!pixels || !covered || !bright || !depth || !inside || finer < 1 || finer > FINER_MOST ||
        width < 1 || width > SIDE_MOST || height < 1 || height > SIDE_MOST ||
        room != (int64_t)width * height || pixel_count != room * finer * finer)
        return REFUSED;
    int64_t wide = (int64_t)width * finer;
    for (int64_t y = 0; y < height; y++) {
        const uint32_t *top = pixels + ((height - y) * finer - 1) * wide;
        int64_t at = y * width;
        struct row row = {covered + at, bright + at, depth + at, inside + at};
        if (finer == 2) /* by itself, so that it is done for several at once */
            developed(top, wide, width, 2, deep, unit, row);
        else
            developed(top, wide, width, finer, deep, unit, row);
    }
    return 0;
}
