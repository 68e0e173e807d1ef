// A page with one line of an order, for tests: `?scene=bridge&language=hi` says what stands there.

import '@fontsource/noto-sans-devanagari/devanagari-400.css';
import '@picocss/pico/css/pico.min.css';
import '../../../../web/src/ui/console.css';
import { h, render } from 'preact';
import { useState } from 'preact/hooks';
import { language } from '../../../../web/src/core/words';
import { marksOf, unscannedTeeth } from '../../../../web/src/odontogram/findings';
import { ItemEditor } from '../../../../web/src/odontogram/ItemEditor';
import { EMPTY, placesOf, wireOf } from '../../../../web/src/odontogram/items';
import { Odontogram } from '../../../../web/src/odontogram/Odontogram';

const service = (id, name, work, materials, shade_guide, per, price) => ({
  ...{ id, name, work, materials, shade_guide, per, price },
  active: true,
});
const CROWN = service(
  's1',
  'Zirconia crown',
  'crown',
  ['zirconia', 'pmma'],
  'vita_classical',
  'tooth',
  250000,
);
const BRIDGE = service(
  's2',
  'Zirconia bridge',
  'bridge',
  ['zirconia'],
  'vita_3d_master',
  'tooth',
  650000,
);
const ALIGNER = service('s3', 'Clear aligners', 'aligner', ['petg'], null, 'piece', 3000000);
const IMPLANT = service(
  's4',
  'Implant crown',
  'implant_crown',
  ['titanium'],
  null,
  'tooth',
  900000,
);
const OTHER = service('s5', 'Custom tray', 'other', ['acrylic'], null, 'arch', 60000);
const WITHDRAWN = { ...CROWN, id: 's6', name: 'Gold crown', active: false };
const SERVICES = [CROWN, BRIDGE, ALIGNER, IMPLANT, OTHER, WITHDRAWN];

const both = (en, hi) => ({ en, hi });
const HOLE = {
  code: 'case-hole-at-tooth',
  severity: 'warning',
  teeth: [36],
  sentence: both(
    'The scan of the lower jaw has a hole of 2.4 mm beside tooth 36.',
    'निचले जबड़े के स्कैन में दाँत 36 के पास 2.4 मि.मी. का छेद है।',
  ),
  mend: both('Scan the place again.', 'उस जगह को फिर से स्कैन करें।'),
};
const NOT_REACHED = {
  code: 'case-tooth-not-scanned',
  severity: 'note',
  teeth: [38],
  sentence: both('The scan of the lower jaw does not reach tooth 38.', 'स्कैन दाँत 38 तक नहीं पहुँचता।'),
  mend: both('Check the number of the tooth.', 'दाँत का नंबर जाँचें।'),
};
const FINDINGS = [NOT_REACHED, HOLE, { ...HOLE, code: 'case-jaws-apart', teeth: [] }];
const SPAN = [
  { tooth: 35, part: 'retainer' },
  { tooth: 36, part: 'pontic' },
  { tooth: 37, part: 'retainer' },
];

const SCENES = {
  empty: {},
  crown: { draft: { service_id: 's1', teeth: [11, 26] } },
  bridge: { draft: { service_id: 's2', units: SPAN, material: 'zirconia', shade: '2M2' } },
  front: {
    draft: {
      service_id: 's2',
      units: [12, 11, 21, 22].map((tooth) => ({
        tooth,
        part: tooth % 10 === 2 ? 'retainer' : 'pontic',
      })),
    },
  },
  gap: { draft: { service_id: 's2', units: [SPAN[0], SPAN[2]] } },
  milk: { draft: { service_id: 's1', teeth: [75], material: 'zirconia' } },
  aligner: { draft: { service_id: 's3', arches: ['upper', 'lower'], material: 'petg' } },
  implant: { draft: { service_id: 's4', teeth: [46], material: 'titanium' } },
  other: { draft: { service_id: 's5' } },
  before: { draft: { service_id: 's3', teeth: [11, 31] } },
  withdrawn: { draft: { service_id: 's6' } },
  findings: {
    draft: { service_id: 's1', teeth: [36], material: 'zirconia' },
    findings: FINDINGS,
    unscanned: unscannedTeeth(['lower'], FINDINGS),
  },
};

function Page({ draft, ...props }) {
  const [now, set] = useState({ ...EMPTY, ...draft });
  window.wire = wireOf(
    now,
    SERVICES.find(({ id }) => id === now.service_id),
  );
  return h(ItemEditor, { services: SERVICES, at: 'items.0', draft: now, onChange: set, ...props });
}

function ReadOnly({ draft, findings = [], ...props }) {
  const { work, per } = SERVICES.find(({ id }) => id === draft.service_id);
  return h(Odontogram, {
    work,
    per,
    value: placesOf({ work, ...EMPTY, ...draft }),
    marks: marksOf(findings),
    ...props,
  });
}

const asked = new URLSearchParams(location.search);
language.value = asked.get('language') ?? 'en';
document.documentElement.lang = language.value;
render(
  h(asked.has('shown') ? ReadOnly : Page, SCENES[asked.get('scene') ?? 'empty']),
  document.querySelector('form'),
);
