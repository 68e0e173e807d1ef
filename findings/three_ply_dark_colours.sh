#!/usr/bin/env bash
# three 0.187.0: PLYLoader keeps colours of 8 bits as linear light in 8 bits: of 256 shades of a scan 183 are left,
# and 14 of the darkest 64, of gums and shadows.
#
# The colours of a PLY file are sRGB, and three draws with linear light. PLYLoader turns each colour into linear light,
# which is right, and puts it back into the file's own type, which has no room for it: bytes are coded as sRGB because dark
# shades need the steps. On the screen they come back in bands, and a file of a viewer that exports what it has loaded
# has them for good. Colours that the file holds as float keep all 256.
#
# Seen, of the grey values 0 to 255 and what becomes of them on the screen: 183 different ones of bytes, 14 of the
# darkest 64, and the largest error 6; from float 256, 64 and 0. Exits with 1 when that is no longer so.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init --yes > /dev/null
npm install --silent --no-fund --no-audit three@0.187.0
cat > colours.mjs <<'NODE'
import { Color, REVISION, SRGBColorSpace } from 'three';
import { PLYLoader } from 'three/examples/jsm/loaders/PLYLoader.js';

const shades = Array.from({ length: 256 }, (_, shade) => shade);

/** Each shade as it is shown, of corners whose colours have a type. */
function shown(type) {
  const rows = shades.map((shade) => {
    const value = type === 'float' ? shade / 255 : shade;
    return `${shade} 0 0 ${value} ${value} ${value}`;
  });
  const colours = ['red', 'green', 'blue'].map((name) => `property ${type} ${name}`);
  const places = ['x', 'y', 'z'].map((name) => `property float ${name}`);
  const head = ['ply', 'format ascii 1.0', 'element vertex 256', ...places, ...colours, 'end_header'];
  const { color } = new PLYLoader().parse([...head, ...rows, ''].join('\n')).attributes;
  return shades.map((_, n) => {
    const light = new Color(color.getX(n), color.getY(n), color.getZ(n));
    return Math.round(255 * light.getRGB({}, SRGBColorSpace).r);
  });
}

/** How many shades are left, of all and of the darkest quarter, and the largest error. */
function told(type) {
  const found = shown(type);
  const error = Math.max(...shades.map((shade) => Math.abs(found[shade] - shade)));
  return [new Set(found).size, new Set(found.slice(0, 64)).size, error];
}

const [bytes, floats] = [told('uchar'), told('float')];
console.log('three', REVISION, { uchar: bytes, float: floats });
const asSeen = [bytes, floats].toString() === [183, 14, 6, 256, 64, 0].toString();
process.exitCode = asSeen ? 0 : 1;
NODE
node colours.mjs
