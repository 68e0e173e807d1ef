// What waits for admins, counted without showing anybody: each count leads to its list.

import type { CallableResponses } from '@scanner/client';
import type { JSX } from 'preact';
import { whole } from '../../core/format';
import { say, type Text } from '../../core/words';
import { Heading, Section } from '../../ui/Facts';
import { AnswerOf, Empty } from '../../ui/List';
import { useCall } from '../../ui/useCall';
import css from './desk.module.css';
import { words } from './words';

type Queue = CallableResponses['support/get_queue'];

/** What is counted, in the order in which people wait the hardest, and where it is done. */
const KINDS: readonly (readonly [keyof Queue, Text, string])[] = [
  ['visits', words.visits, '/board'],
  ['tickets', words.tickets, '/support'],
  ['accounts', words.accounts, '/approvals'],
  ['payouts', words.payouts, '/payouts'],
  ['jobs', words.jobs, '/jobs'],
];

/** The page. */
export default function Desk(): JSX.Element {
  const answer = useCall('support/get_queue', {});
  return (
    <>
      <Heading title={words.desk}>
        <button type="button" class="secondary outline" data-again onClick={answer.again}>
          {say(words.again)}
        </button>
      </Heading>
      <AnswerOf answer={answer}>{(queue) => <Counts queue={queue} />}</AnswerOf>
      <Section title={words.clocks}>
        <p>{say(words.clocksAbout)}</p>
        <p>
          <a href="/privacy" data-go="privacy">
            {say(words.privacy)}
          </a>
        </p>
      </Section>
    </>
  );
}

function Counts({ queue }: { queue: Queue }) {
  const none = KINDS.every(([kind]) => queue[kind] === 0);
  return (
    <>
      {none && <Empty text={words.allDone} />}
      <ul class={css.counts} aria-label={say(words.waiting)}>
        {KINDS.map(([kind, text, path]) => (
          <li key={kind} data-row={kind}>
            <a href={path} data-go={kind} class={queue[kind] > 0 ? css.waits : undefined}>
              <strong data-count={queue[kind]}>{whole(queue[kind])}</strong>
              <span>{say(text)}</span>
            </a>
          </li>
        ))}
      </ul>
    </>
  );
}
