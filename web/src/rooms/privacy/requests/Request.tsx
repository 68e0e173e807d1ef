// One request about data, for the admin who answers it: its clock, what it says, what is in its way.

import type { CallableResponses } from '@scanner/client';
import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { day, moment } from '../../../core/format';
import { nameOf } from '../../../core/names';
import type { PageProps } from '../../../core/pages';
import { scanner } from '../../../core/scanner';
import { say, type Text } from '../../../core/words';
import { Facts, Heading, Section } from '../../../ui/Facts';
import { Later } from '../../../ui/Later';
import { AnswerOf, Table } from '../../../ui/List';
import { Steps } from '../../../ui/Steps';
import { useCall } from '../../../ui/useCall';
import { Person } from '../../audit/Person';
import { Trail } from '../../audit/Trail';
import { words as asked } from '../../requests/words';
import { Clock } from '../Clock';
import { Whose } from '../Whose';
import { runs, StateBadge } from './RequestRows';
import { words } from './words';

type Shown = CallableResponses['privacy/show_request'];

/** The page. */
export default function Request({ params }: PageProps): JSX.Element {
  const id = params['request_id'] ?? '';
  const [wanted, setWanted] = useState(false);
  const answer = useCall('privacy/show_request', wanted ? { request_id: id } : null);
  return (
    <>
      <Heading title={words.request} />
      {wanted ? (
        <AnswerOf answer={answer}>
          {(shown) => <One key={id} shown={shown} again={answer.again} />}
        </AnswerOf>
      ) : (
        <>
          <p>{say(words.onRecord)}</p>
          <button type="button" data-show="request" onClick={() => setWanted(true)}>
            {say(words.showRequest)}
          </button>
        </>
      )}
      <Later title={words.history} of="trail">
        <Trail
          list={() => scanner().lists.adminAuditOfSubject({ subject: `privacy_requests/${id}` })}
          of={[id]}
          without="what"
        />
      </Later>
    </>
  );
}

function One({ shown, again }: { shown: Shown; again: () => void }) {
  const { request, starts_at, done_at, answered_by, in_the_way, reasons, kept } = shown;
  const { kind, state, subject } = request;
  const open = runs(state);
  return (
    <>
      <Facts
        rows={[
          [words.kind, nameOf('RequestKind', kind)],
          [words.state, <StateBadge key="state" state={state} />],
          [
            words.clock,
            open && <Clock key="clock" from={request.asked_at} until={request.due_at} />,
          ],
          [words.who, <Whose key="who" path={subject} />],
          [words.askedBy, <Person key="by" uid={request.asked_by} />],
          [words.authority, nameOf('Authority', request.authority)],
          [words.asked, moment(request.asked_at)],
          [words.starts, open && starts_at && moment(starts_at)],
          [words.answeredBy, answered_by && <Person key="answered" uid={answered_by} />],
          [words.ended, done_at && moment(done_at)],
        ]}
      />
      <Correction shown={shown} />
      {kind === 'erasure' && open && <Obstacles codes={in_the_way} />}
      {reasons.length > 0 && (
        <Section title={words.reasons}>
          <Codes codes={reasons} />
        </Section>
      )}
      {Object.keys(kept).length > 0 && (
        <Section title={words.kept}>
          <ul>
            {Object.entries(kept).map(([ground, until]) => (
              <li key={ground}>
                <span lang="en">{ground}</span>: {say(words.keptUntil, { day: day(until) })}
              </li>
            ))}
          </ul>
        </Section>
      )}
      {open && kind !== 'correction' && <p class="muted">{say(words.byItself)}</p>}
      <Answer shown={shown} again={again} />
    </>
  );
}

/** The two columns that an approval is decided by. */
function Correction({ shown }: { shown: Shown }) {
  const { request, wanted, before } = shown;
  const names = Object.keys(wanted);
  if (request.kind !== 'correction' || names.length === 0) return null;
  const open = runs(request.state);
  const changed = names.filter((name) => wanted[name] !== before[name]);
  return (
    <Section title={open ? words.correction : words.corrected}>
      {open && Object.keys(before).length === 0 && <p class="problem">{say(words.ownsNothing)}</p>}
      <Table
        caption={words.correction}
        rows={changed}
        keyOf={(name) => name}
        columns={[
          { label: words.field, cell: (name) => say(partOf(name)) },
          { label: open ? words.old : words.was, cell: (name) => before[name] },
          { label: words.wanted, cell: (name) => <strong>{wanted[name]}</strong> },
        ]}
      />
    </Section>
  );
}

function partOf(name: string): Text {
  const parts: Readonly<Record<string, Text>> = asked.parts;
  return parts[name] ?? { en: name, hi: name };
}

function Obstacles({ codes }: { codes: readonly string[] }) {
  if (codes.length === 0) return <p>{say(words.nothingInTheWay)}</p>;
  return (
    <Section title={words.inTheWay}>
      <Codes codes={codes} />
    </Section>
  );
}

function Codes({ codes }: { codes: readonly string[] }) {
  const texts: Readonly<Record<string, Text>> = asked.codes;
  return (
    <ul>
      {codes.map((code) => (
        <li key={code}>{say(texts[code] ?? asked.other)}</li>
      ))}
    </ul>
  );
}

function Answer({ shown, again }: { shown: Shown; again: () => void }) {
  const { request_id, kind, state, subject } = shown.request;
  const about = (text: Text) => (
    <>
      <p>
        <strong>{nameOf('RequestKind', kind)}</strong>: <Whose path={subject} />
      </p>
      <p>{say(text)}</p>
    </>
  );
  const approve = {
    callable: 'privacy/answer_request',
    given: { request_id, answer: 'approve' },
    ask: [],
    of: request_id,
    look: 'primary',
    ready: Object.keys(shown.before).length > 0 || words.ownsNothing,
    about: about(words.approveAbout),
    onDone: again,
  } as const;
  return (
    <Steps
      machine="privacyRequest"
      enumeration="RequestAction"
      state={state}
      parties={['admin']}
      forms={{
        ...(kind === 'correction' ? { approve } : {}),
        refuse: {
          callable: 'privacy/answer_request',
          given: { request_id, answer: 'refuse' },
          ask: ['reason'],
          needed: ['reason'],
          of: request_id,
          danger: true,
          about: about(words.refuseAbout),
          onDone: again,
        },
      }}
    />
  );
}
