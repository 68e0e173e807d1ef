/* What all of the compiled drawing shares. */
#include <stdint.h>

#define SIDE_MOST 16384 /* pixels that a picture may be wide, and high */
#define PUBLIC __attribute__((visibility("default")))

enum { REFUSED = -1, STOPPED = -2 };
