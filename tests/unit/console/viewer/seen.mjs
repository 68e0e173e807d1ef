// What a picture of the viewer shows, told by its pixels.

/**
 * Looks at the canvas of a page once nothing moves on it.
 *
 * @returns `box`: the least box around all that is not ground, in parts of the picture; `share` of
 * a region [left, top, right, bottom] that is not ground, `red` of it, as edges and marks are, and
 * `contrast`, how far its mean colour is from the ground.
 */
export async function seen(page) {
  await page.waitForSelector('.viewer canvas[data-still=yes]');
  const overlays = (visibility) =>
    page.$$eval(
      '.viewer .over, .viewer .help, .viewer .cross',
      (all, wanted) => {
        for (const each of all) each.style.visibility = wanted;
      },
      visibility,
    );
  await overlays('hidden');
  const png = await page.locator('.viewer canvas').screenshot();
  await overlays('');
  const { width, height, kinds, off } = await page.evaluate(kindsOf, png.toString('base64'));
  const covered = (kind) => kind !== '0';
  const box = boxOf(kinds, width, height, covered);
  const counted = ([left, top, right, bottom], counts) => {
    let found = 0;
    let all = 0;
    for (let y = Math.round(top * height); y < Math.round(bottom * height); y++) {
      for (let x = Math.round(left * width); x < Math.round(right * width); x++) {
        all++;
        if (counts(kinds[y * width + x])) found++;
      }
    }
    return found / all;
  };
  return {
    png,
    width,
    height,
    box,
    share: (region) => counted(region, covered),
    red: (region) => counted(region, (kind) => kind === 'r'),
    contrast: ([left, top, right, bottom]) => {
      let sum = 0;
      let all = 0;
      for (let y = Math.round(top * height); y < Math.round(bottom * height); y++) {
        for (let x = Math.round(left * width); x < Math.round(right * width); x++) {
          sum += off.charCodeAt(y * width + x);
          all++;
        }
      }
      return sum / all;
    },
  };
}

/** The least box around the pixels that count, in parts of the picture. */
function boxOf(kinds, width, height, counts) {
  let [left, right, top, bottom] = [width, 0, height, 0];
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      if (!counts(kinds[y * width + x])) continue;
      left = Math.min(left, x);
      right = Math.max(right, x + 1);
      top = Math.min(top, y);
      bottom = y + 1;
    }
  }
  return { left: left / width, right: right / width, top: top / height, bottom: bottom / height };
}

/** Runs in the page: a letter for each pixel, 0 for the ground, r for red, x for a scan. */
async function kindsOf(png) {
  const image = new Image();
  image.src = `data:image/png;base64,${png}`;
  await image.decode();
  const { width, height } = image;
  const pen = new OffscreenCanvas(width, height).getContext('2d');
  pen.drawImage(image, 0, 0);
  const { data } = pen.getImageData(0, 0, width, height);
  let kinds = '';
  let off = '';
  for (let at = 0; at < data.length; at += 4) {
    const [red, green, blue] = data.subarray(at, at + 3);
    const [x, y] = [(at / 4) % width, Math.floor(at / 4 / width)];
    const rim = Math.min(x, y, width - 1 - x, height - 1 - y) < 8; // its corners and its outline
    const away = Math.abs(red - 0xd3) + Math.abs(green - 0xda) + Math.abs(blue - 0xdf);
    kinds += rim || away < 12 ? '0' : red > green + 80 && red > blue + 80 ? 'r' : 'x';
    off += String.fromCharCode(rim ? 0 : away);
  }
  return { width, height, kinds, off };
}
