/** @jsxImportSource preact */
// A page with nothing but the viewer, and what it shows: `/page.json`, which the test serves.

import '@picocss/pico/css/pico.min.css';
import '../../../../web/src/ui/console.css';
import { render } from 'preact';
import { language } from '../../../../web/src/core/words';
import { loadSurface } from '../../../../web/src/viewer/engine/surface';
import { ScanView } from '../../../../web/src/viewer/engine/view';
import { directionsOf, marksOf, Viewer } from '../../../../web/src/viewer/Viewer';

const { scans, hindi } = await (await fetch('/page.json')).json();
language.value = hindi ? 'hi' : 'en';
document.documentElement.lang = language.value;

/** Asks for a link as an app does: each has a number of its own, by which the test refuses it. */
async function link(id: string): Promise<string> {
  const { url } = await (await fetch(`/link/${id}`)).json();
  return url;
}

const surfaces = scans.map(({ id, jaw, name, features = null }) => ({
  id,
  jaw,
  name,
  directions: directionsOf(features),
  open: () => link(id),
}));
const marks = scans.flatMap(({ id, features = null }) => marksOf(id, features));

// For what is asked of the engine without its buttons.
Object.assign(window, { ScanView, loadSurface, link });

render(
  <>
    <h1>Viewer</h1>
    <Viewer surfaces={surfaces} marks={marks} picture={() => link('picture')} />
  </>,
  document.getElementById('main') as HTMLElement,
);
