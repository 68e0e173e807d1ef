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
    page.$$eval('.viewer .over, .viewer .help, .viewer .cross', (all, wanted) => {
      for (const each of all) each.style.visibility = wanted;
    }, visibility);
  await overlays('hidden');
  const png = await page.locator('.viewer canvas').screenshot();
  await overlays('');
  const { width, height, kinds, off } = await page.evaluate(kindsOf, png.toString('base64'));
  const covered = (kind) => kind !== '0';
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
  const places = [...kinds].flatMap((kind, place) => (covered(kind) ? [place] : []));
  const across = places.map((place) => place % width);
  const down = places.map((place) => Math.floor(place / width));
  const least = (values) => values.reduce((one, other) => Math.min(one, other), Infinity);
  const most = (values) => values.reduce((one, other) => Math.max(one, other), -Infinity) + 1;
  return {
    png,
    width,
    height,
    box: {
      left: least(across) / width,
      right: most(across) / width,
      top: least(down) / height,
      bottom: most(down) / height,
    },
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
    const away = Math.abs(red - 0xe9) + Math.abs(green - 0xed) + Math.abs(blue - 0xf0);
    kinds += rim || away < 12 ? '0' : red > green + 80 && red > blue + 80 ? 'r' : 'x';
    off += String.fromCharCode(rim ? 0 : away);
  }
  return { width, height, kinds, off };
}
