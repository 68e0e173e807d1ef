// One demand of an authority: what it asks for, who decided, the archive, and the next step.

import { type CallableResponses, states } from '@scanner/client';
import type { JSX } from 'preact';
import { now } from '../../../core/clock';
import { dateOf, moment } from '../../../core/format';
import { nameOf } from '../../../core/names';
import { me } from '../../../core/session';
import { say, type Text } from '../../../core/words';
import { Badge, Facts, type Tone } from '../../../ui/Facts';
import { LinkButton } from '../../../ui/LinkButton';
import { type StepForm, Steps } from '../../../ui/Steps';
import audit from '../../audit/audit.module.css';
import { Person } from '../../audit/Person';
import css from '../privacy.module.css';
import type { Moved } from '../Register';
import { Whose } from '../Whose';
import { DigestField } from './DigestField';
import { words } from './words';

/** A demand as the register has it. */
export type DisclosureRow = CallableResponses['privacy/list_disclosures']['disclosures'][number];

const TONES: Readonly<Record<string, Tone>> = {
  requested: 'warning',
  approved: 'good',
  refused: 'bad',
};

/** A card of the register. */
export function Disclosure(props: { disclosure: DisclosureRow; moved: Moved }): JSX.Element {
  const { disclosure } = props;
  const { disclosure_id, state, decided_by, disclosed_by, fetches } = disclosure;
  return (
    <li class={css.entry} data-row={disclosure_id}>
      <Facts
        rows={[
          [words.authority, disclosure.authority],
          [words.number, disclosure.file_number],
          [
            words.state,
            <Badge
              key="state"
              enumeration="DisclosureState"
              value={state}
              tone={TONES[state] ?? 'plain'}
            />,
          ],
          [words.ground, nameOf('Ground', disclosure.ground)],
          [words.who, <Scope key="scope" paths={disclosure.scope} />],
          [words.secrecy, disclosure.secrecy && nameOf('Secrecy', disclosure.secrecy)],
          [words.enteredBy, <Person key="entered" uid={disclosure.requested_by} />],
          [words.enteredAt, moment(disclosure.requested_at)],
          [words.decidedBy, decided_by && <Person key="decided" uid={decided_by} />],
          [words.decidedAt, disclosure.decided_at && moment(disclosure.decided_at)],
          [words.archive, disclosure.archive_until && moment(disclosure.archive_until)],
          [words.fetched, fetches.length > 0 && <Fetches key="fetches" fetches={fetches} />],
          [words.disclosedBy, disclosed_by && <Person key="disclosed" uid={disclosed_by} />],
          [words.disclosedAt, disclosure.disclosed_at && moment(disclosure.disclosed_at)],
          [
            words.digest,
            disclosure.digest && (
              <span key="digest" class={css.digest}>
                {disclosure.digest}
              </span>
            ),
          ],
        ]}
      />
      <DisclosureSteps {...props} />
    </li>
  );
}

function Scope({ paths }: { paths: readonly string[] }) {
  return (
    <ul class={audit.refs}>
      {paths.map((path) => (
        <li key={path}>
          <Whose path={path} />
        </li>
      ))}
    </ul>
  );
}

function Fetches({ fetches }: { fetches: DisclosureRow['fetches'] }) {
  return (
    <ul class={audit.refs}>
      {fetches.map(({ by, at }) => (
        <li key={`${by} ${at}`}>
          {moment(at)}: <Person uid={by} />
        </li>
      ))}
    </ul>
  );
}

function DisclosureSteps({ disclosure, moved }: { disclosure: DisclosureRow; moved: Moved }) {
  const { disclosure_id, state, requested_by, archive_until } = disclosure;
  const steps: readonly string[] = states.disclosure.steps(state, 'admin');
  const own = requested_by === me.value?.uid;
  const built = archive_until !== null && dateOf(archive_until) > now();
  const shared = { of: disclosure_id, onDone: (answer: { state: string }) => moved(answer.state) };
  const about = (text: Text) => (
    <>
      <p>
        <strong>{disclosure.authority}</strong>, {disclosure.file_number}
      </p>
      <p>{say(text)}</p>
    </>
  );
  const decide = (approve: boolean): StepForm => ({
    ...shared,
    callable: 'privacy/decide_disclosure',
    given: { disclosure_id, approve },
    ask: [],
    danger: !approve,
    about: about(approve ? words.approveAbout : words.refuseAbout),
  });
  return (
    <>
      {own && steps.includes('approve') && <p class="muted">{say(words.own)}</p>}
      {steps.includes('fetch') && built && (
        <LinkButton
          callable="privacy/get_disclosure_link"
          request={{ disclosure_id }}
          links={(answer) => [answer]}
          label={words.fetch}
          of={disclosure_id}
        />
      )}
      <Steps
        machine="disclosure"
        enumeration="DisclosureAction"
        state={state}
        parties={['admin']}
        forms={{
          ...(own ? {} : { approve: decide(true), refuse: decide(false) }),
          ...(built
            ? {}
            : {
                build: {
                  ...shared,
                  callable: 'privacy/build_disclosure',
                  given: { disclosure_id },
                  about: about(words.buildAbout),
                },
              }),
          disclose: {
            ...shared,
            callable: 'privacy/record_disclosure',
            given: { disclosure_id },
            ask: ['digest'],
            controls: { digest: DigestField },
            afresh: true,
            about: about(words.discloseAbout),
          },
        }}
      />
    </>
  );
}
