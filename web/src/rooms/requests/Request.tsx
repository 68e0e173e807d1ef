// One request about data: where it stands, by when, what came of it, and the archive of an export.

import type { PrivacyRequest, RequestState } from '@scanner/client';
import type { JSX } from 'preact';
import { now } from '../../core/clock';
import { dateOf, day, moment } from '../../core/format';
import { nameOf } from '../../core/names';
import type { PageProps } from '../../core/pages';
import { scanner } from '../../core/scanner';
import { type Row, useDocument } from '../../core/watch';
import { say } from '../../core/words';
import { Badge, Facts, Heading, Section } from '../../ui/Facts';
import { LinkButton } from '../../ui/LinkButton';
import { DocumentOf } from '../../ui/List';
import { Steps } from '../../ui/Steps';
import { TONES } from './RequestList';
import { words } from './words';

/** The page. */
export default function Request({ params }: PageProps): JSX.Element {
  const id = params['request_id'] ?? '';
  const request = useDocument(() => scanner().documents.privacyRequest(id), [id]);
  return (
    <>
      <Heading title={words.request} />
      <DocumentOf document={request}>{(known) => <OneRequest request={known} />}</DocumentOf>
    </>
  );
}

/** A request; people without an active account see theirs as well. */
export function OneRequest({ request }: { request: Row<PrivacyRequest> }): JSX.Element {
  const { id, kind, state, uid, starts_at, done_at, archive_until } = request;
  const patient = uid === null ? request.subject.split('/').at(-1) : undefined;
  return (
    <>
      <Facts
        rows={[
          [words.kind, nameOf('RequestKind', kind)],
          [
            words.state,
            <Badge
              key="state"
              enumeration="RequestState"
              value={state}
              tone={TONES[state as RequestState] ?? 'plain'}
            />,
          ],
          [
            words.about,
            patient === undefined ? (
              say(kind === 'correction' ? words.aboutOrganisation : words.aboutSelf)
            ) : (
              <a key="patient" href={`/patients/${patient}`} data-go="patient">
                {say(words.aboutPatient)}
              </a>
            ),
          ],
          [words.asked, moment(request.asked_at)],
          [words.due, done_at ? null : day(request.due_at)],
          [words.starts, state === 'cooling_off' && starts_at ? moment(starts_at) : null],
          [words.done, done_at && moment(done_at)],
          [words.until, request.archive && archive_until && moment(archive_until)],
        ]}
      />
      <Now request={request} />
      {request.reasons.length > 0 && (
        <Section title={words.reasons}>
          <ul>
            {request.reasons.map((code) => (
              <li key={code}>
                {say(words.codes[code as keyof typeof words.codes] ?? words.other)}
              </li>
            ))}
          </ul>
        </Section>
      )}
      <Values title={words.wanted} values={request.wanted} />
      <Values title={words.before} values={request.before} />
      {Object.keys(request.kept).length > 0 && (
        <Section title={words.kept}>
          <ul>
            {Object.entries(request.kept).map(([ground, until]) => (
              <li key={ground}>
                <span lang="en">{ground}</span>: {say(words.keptUntil, { day: day(until) })}
              </li>
            ))}
          </ul>
        </Section>
      )}
      <Steps
        machine="privacyRequest"
        enumeration="RequestAction"
        state={state}
        parties={[patient === undefined ? 'person' : 'clinic']}
        forms={{
          withdraw: {
            callable: 'privacy/cancel_request',
            given: { request_id: id },
            of: id,
            label: words.cancel,
            about: <p>{say(words.cancelAbout)}</p>,
          },
        }}
      />
    </>
  );
}

/** What is so now, in a sentence, or the archive. */
function Now({ request }: { request: Row<PrivacyRequest> }) {
  const { id, kind, state, starts_at, archive, archive_until } = request;
  if (state === 'cooling_off' && starts_at) {
    return <p>{say(words.cooling, { at: moment(starts_at) })}</p>;
  }
  if (kind === 'correction' && state === 'received') return <p>{say(words.waits)}</p>;
  if (kind === 'erasure' && state === 'done') return <p>{say(words.erased)}</p>;
  if (kind !== 'export') return null;
  if (state === 'received' || state === 'running' || state === 'failed') {
    return <p>{say(words.building)}</p>;
  }
  if (state !== 'done') return null;
  const there = archive !== null && (archive_until === null || dateOf(archive_until) > now());
  if (!there) return <p>{say(words.ended)}</p>;
  return (
    <LinkButton
      callable="privacy/get_export_link"
      request={{ request_id: id }}
      links={(answer) => [answer]}
      label={words.fetch}
      of={id}
      look="primary"
    />
  );
}

function Values(props: {
  title: (typeof words)['wanted' | 'before'];
  values: Record<string, string>;
}) {
  const entries = Object.entries(props.values);
  if (entries.length === 0) return null;
  return (
    <Section title={props.title}>
      <Facts
        rows={entries.map(([name, value]) => {
          const label = words.parts[name as keyof typeof words.parts];
          return [label ?? { en: name, hi: name }, value];
        })}
      />
    </Section>
  );
}
