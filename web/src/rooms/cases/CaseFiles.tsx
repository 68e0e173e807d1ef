// The files of a case that count, jaw by jaw, with what was found in each and its pictures.

import type { FileForClinic } from '@scanner/client';
import type { JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { megabytes, moment } from '../../core/format';
import { nameOf } from '../../core/names';
import { scanner } from '../../core/scanner';
import { type Listed, type Row, useList } from '../../core/watch';
import { say } from '../../core/words';
import { Section } from '../../ui/Facts';
import { FaultNote } from '../../ui/Fault';
import { Fold } from '../../ui/Fold';
import { LinkButton } from '../../ui/LinkButton';
import { Empty, ListOf } from '../../ui/List';
import { useLinks } from '../../ui/useLinks';
import { Findings } from '../uploads/Findings';
import type { OfCase } from './CasePage';
import css from './cases.module.css';
import { Pictures } from './Pictures';
import { ScansIn3D } from './ScansIn3D';
import { type Undrawn, useUndrawn } from './undrawn';
import { words } from './words';

const JAWS = ['upper', 'lower', 'bite', 'bite_right', 'bite_left', 'mouth'];
/** A call takes no more files. */
const AT_ONCE = 20;

interface CaseFilesProps {
  readonly of: OfCase;
  /** Where the case stands. */
  readonly status: string;
  readonly files: Listed<FileForClinic>;
  /** Whether links may be asked for now. */
  readonly links: boolean;
}

/** The section of files. */
export function CaseFiles({ of, status, files, links }: CaseFilesProps): JSX.Element {
  return (
    <Section title={words.files}>
      <ListOf list={files} empty={words.noFiles}>
        {(rows) => <Current of={of} status={status} files={rows} links={links} />}
      </ListOf>
      {(files.rows ?? []).some(({ supersedes }) => supersedes !== null) && (
        <Fold title={words.older} name="older">
          {() => <Older of={of} status={status} links={links} />}
        </Fold>
      )}
    </Section>
  );
}

function Current({
  of,
  status,
  files,
  links,
}: {
  of: OfCase;
  status: string;
  files: readonly Row<FileForClinic>[];
  links: boolean;
}) {
  const sorted = [...files].sort((a, b) => JAWS.indexOf(a.jaw) - JAWS.indexOf(b.jaw));
  const asked = useLinks(
    'scans/get_file_links',
    { case_id: of.case_id, file_ids: sorted.slice(0, AT_ONCE).map(({ id }) => id) },
    ({ links: [first] }) => first?.expires_at ?? null,
  );
  const drawn = sorted.filter(({ pictures }) => pictures !== null).length;
  const shown = asked.data !== undefined;
  useEffect(() => {
    // What is drawn while pictures are shown is asked for as well.
    if (shown) void asked.ask();
  }, [drawn]);
  return (
    <>
      {links && (
        <div class="actions">
          <ScansIn3D of={of} files={files} />
          {!asked.data && (
            <button
              type="button"
              class="secondary"
              data-pictures
              aria-disabled={asked.busy || undefined}
              onClick={() => void asked.ask()}
            >
              {say(words.pictures)}
            </button>
          )}
          {asked.ended && <small>{say(words.ended)}</small>}
        </div>
      )}
      {asked.fault !== null && <FaultNote fault={asked.fault} />}
      <ul class="cards">
        {sorted.map((file) => (
          <FileCard key={file.id} of={of} status={status} file={file} links={links} asked={asked} />
        ))}
      </ul>
    </>
  );
}

function FileCard(props: {
  of: OfCase;
  status: string;
  file: Row<FileForClinic>;
  links: boolean;
  asked?: ReturnType<typeof useLinks<'scans/get_file_links'>>;
}) {
  const { of, status, file, links, asked } = props;
  const [open, setOpen] = useState(false);
  const link = asked?.data?.links.find(({ file_id }) => file_id === file.id);
  const jaw = nameOf('Jaw', file.jaw);
  return (
    <li class={css.file} data-row={file.id} data-jaw={file.jaw}>
      {link?.thumbnail_url && (
        <button
          type="button"
          class={css.thumbnail}
          data-picture={file.id}
          onClick={() => setOpen(true)}
        >
          <img
            src={link.thumbnail_url}
            alt={say(words.picture, { name: jaw })}
            referrerpolicy="no-referrer"
          />
        </button>
      )}
      <div>
        <strong>{jaw}</strong>{' '}
        <small>
          {say(words.version, { version: file.version })} · {moment(file.ready_at)} ·{' '}
          {say(file.visit_id ? words.byOperator : words.byClinic)}
        </small>
      </div>
      <small>
        {file.file_name} · {megabytes(file.content.byte_size)}
      </small>
      {file.pictures === null && <UndrawnNote ready_at={file.ready_at} status={status} />}
      {file.findings.length > 0 ? <Findings findings={file.findings} /> : <p>{say(words.sound)}</p>}
      {links && (
        <LinkButton
          callable="scans/get_file_links"
          request={{ case_id: of.case_id, file_ids: [file.id] }}
          links={(answer) => answer.links}
          label={words.save}
          of={file.id}
        />
      )}
      {open && <Pictures name={jaw} kind={file.kind} link={link} close={() => setOpen(false)} />}
    </li>
  );
}

function UndrawnNote(of: Undrawn) {
  return <small data-undrawn>{say(useUndrawn(of))}</small>;
}

function Older({ of, status, links }: { of: OfCase; status: string; links: boolean }) {
  const all = useList(() => scanner().lists.clinicFilesOfCase(of), [of.case_id]);
  return (
    <ListOf list={all} empty={words.noOlder}>
      {(rows) => {
        const older = rows.filter(({ superseded_by }) => superseded_by !== null);
        if (older.length === 0) return <Empty text={words.noOlder} />;
        return (
          <ul class="cards">
            {older.map((file) => (
              <FileCard key={file.id} of={of} status={status} file={file} links={links} />
            ))}
          </ul>
        );
      }}
    </ListOf>
  );
}
