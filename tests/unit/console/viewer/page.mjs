// A page with nothing but the viewer, and what it shows: `/page.json`, which the test serves.

import '@fontsource/noto-sans-devanagari/devanagari-400.css';
import '@fontsource/noto-sans-devanagari/devanagari-600.css';
import '@picocss/pico/css/pico.min.css';
import '../../../../web/src/ui/console.css';
import { h, render } from 'preact';
import { language } from '../../../../web/src/core/words';
import { directionsOf, marksOf, Viewer } from '../../../../web/src/viewer/Viewer';

const { scans, hindi } = await (await fetch('/page.json')).json();
language.value = hindi ? 'hi' : 'en';
document.documentElement.lang = language.value;

/** Asks for a link as an app does: each has a number of its own, by which the test refuses it. */
async function link(id) {
  const { url } = await (await fetch(`/link/${id}`)).json();
  return url;
}

const surfaces = scans.map(({ features = null, ...scan }) => ({
  ...scan,
  directions: directionsOf(features),
  open: () => link(scan.id),
}));
const marks = scans.flatMap(({ id, features = null }) => marksOf(id, features));
const viewer = h(Viewer, { surfaces, marks, picture: () => link('picture') });

render([h('h1', null, 'Viewer'), viewer], document.getElementById('main'));
