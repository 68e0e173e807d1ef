// How the scans of a case lie to each other, and the picture of their contacts.

import type { FileForClinic, PairCheck } from '@scanner/client';
import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { nameOf } from '../../core/names';
import { scanner } from '../../core/scanner';
import { type Row, useList } from '../../core/watch';
import { say } from '../../core/words';
import { Badge, Section, type Tone } from '../../ui/Facts';
import { FaultNote } from '../../ui/Fault';
import { Dialog } from '../../ui/form/ActionButton';
import { useLinks } from '../../ui/useLinks';
import type { OfCase } from './CasePage';
import css from './cases.module.css';
import { CloseButton } from './Pictures';
import { words } from './words';

const TONES: Readonly<Record<string, Tone>> = {
  occluding: 'good',
  apart: 'warning',
  crossing: 'warning',
  exchanged: 'warning',
  unrelated: 'warning',
};

interface PairsProps {
  readonly of: OfCase;
  /** The files that count: pairs with others are of before. */
  readonly files: readonly Row<FileForClinic>[];
}

/** The pairs of scans that were measured; nothing while there are none. */
export function Pairs({ of, files }: PairsProps): JSX.Element | null {
  const list = useList(() => scanner().lists.clinicPairsOfCase(of), [of.case_id]);
  const counts = new Set(files.map(({ id }) => id));
  const rows = (list.rows ?? []).filter(
    ({ first_file_id, second_file_id }) => counts.has(first_file_id) && counts.has(second_file_id),
  );
  if (rows.length === 0) return null;
  return (
    <Section title={words.pairs}>
      <ul class="cards">
        {rows.map((pair) => (
          <Pair key={pair.id} pair={pair} of={of} />
        ))}
      </ul>
    </Section>
  );
}

function Pair({ pair, of }: { pair: Row<PairCheck>; of: OfCase }) {
  const { relation, gap_mm, penetration_mm, contact_mm2 } = pair.figures;
  const jaw = (value: string) => nameOf('Jaw', value);
  const figures = [
    gap_mm !== null && relation === 'apart' && say(words.gap, { mm: round(gap_mm) }),
    penetration_mm !== null &&
      relation === 'crossing' &&
      say(words.deep, { mm: round(penetration_mm) }),
    contact_mm2 !== null && contact_mm2 > 0 && say(words.contact, { mm2: round(contact_mm2) }),
  ];
  return (
    <li data-row={pair.id}>
      <div>
        <strong>
          {say(words.pair, { first: jaw(pair.first_jaw), second: jaw(pair.second_jaw) })}
        </strong>{' '}
        <Badge enumeration="JawRelation" value={relation} tone={TONES[relation] ?? 'plain'} />{' '}
        <small>{figures.filter(Boolean).join(' · ')}</small>
      </div>
      {pair.occlusion && <Occlusion of={of} pair_id={pair.id} />}
    </li>
  );
}

const round = (value: number) => Math.round(value * 10) / 10;

function Occlusion({ of, pair_id }: { of: OfCase; pair_id: string }) {
  const [open, setOpen] = useState(false);
  const links = useLinks(
    'scans/get_occlusion_links',
    { case_id: of.case_id, pair_ids: [pair_id] },
    ({ links: [first] }) => first?.expires_at ?? null,
  );
  const show = async () => {
    if (links.data || (await links.ask())) setOpen(true);
  };
  const url = links.data?.links[0]?.url;
  return (
    <>
      <button
        type="button"
        class="secondary outline"
        data-occlusion={pair_id}
        aria-disabled={links.busy || undefined}
        onClick={() => void show()}
      >
        {say(words.occlusion)}
      </button>
      {links.fault !== null && <FaultNote fault={links.fault} />}
      {open && (
        <Dialog title={words.occlusionTitle} onClose={() => setOpen(false)}>
          {url ? (
            <figure class={css.picture}>
              <img src={url} alt={say(words.occlusionAlt)} referrerpolicy="no-referrer" />
            </figure>
          ) : (
            <p>{say(words.ended)}</p>
          )}
          <CloseButton close={() => setOpen(false)} />
        </Dialog>
      )}
    </>
  );
}
