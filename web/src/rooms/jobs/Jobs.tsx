// What Scanner has to do by itself: what failed, since when, and the way to have it done after all.

import { type CallableResponses, FIELDS, type JobState, states } from '@scanner/client';
import type { JSX } from 'preact';
import { useId, useState } from 'preact/hooks';
import { moment, whole } from '../../core/format';
import { nameOf } from '../../core/names';
import { say, type Text } from '../../core/words';
import { Heading } from '../../ui/Facts';
import { ActionButton } from '../../ui/form/ActionButton';
import { type Column, PagesOf, Table } from '../../ui/List';
import { Steps } from '../../ui/Steps';
import { usePages } from '../../ui/useCall';
import css from '../audit/audit.module.css';
import { Subject } from '../audit/Subject';
import { words } from './words';

type Job = CallableResponses['jobs/list_jobs']['jobs'][number];

const STATES = (FIELDS['jobs/list_jobs'].state.values ?? []) as readonly JobState[];

/** The page. */
export default function Jobs(): JSX.Element {
  const id = useId();
  const [state, setState] = useState<JobState>('failed');
  const [swept, setSwept] = useState<CallableResponses['jobs/sweep_jobs'] | null>(null);
  const pages = usePages('jobs/list_jobs', { state, limit: 20 }, ({ jobs }) => jobs);
  return (
    <>
      <Heading title={words.jobs}>
        <ActionButton
          callable="jobs/sweep_jobs"
          ask={[]}
          label={words.sweep}
          about={<p>{say(words.sweepAbout)}</p>}
          onDone={(answer) => {
            setSwept(answer);
            pages.again();
          }}
        />
      </Heading>
      <p>{say(words.about)}</p>
      <p role="status">
        {swept && say(words.swept, { run: swept.run ?? 0, woken: swept.woken ?? 0 })}
      </p>
      <div class={`field ${css.narrow}`}>
        <label for={id}>{say(words.state)}</label>
        <select
          id={id}
          data-field="state"
          value={state}
          onChange={(event) => setState(event.currentTarget.value as JobState)}
        >
          {STATES.map((each) => (
            <option key={each} value={each}>
              {nameOf('JobState', each)}
            </option>
          ))}
        </select>
      </div>
      <PagesOf pages={pages} empty={state === 'failed' ? words.none : words.noneOf}>
        {(jobs) => (
          <Table
            caption={words.jobs}
            rows={jobs}
            columns={columns(state, pages.again)}
            keyOf={({ job_id }) => job_id}
          />
        )}
      </PagesOf>
    </>
  );
}

function columns(state: JobState, again: () => void): readonly Column<Job>[] {
  const open = states.job.steps(state, 'admin').length > 0;
  const step: Column<Job> = {
    label: words.step,
    cell: (job) => (
      <Steps
        machine="job"
        enumeration="JobAction"
        state={job.state}
        parties={['admin']}
        forms={{
          retry: {
            callable: 'jobs/retry_job',
            given: { job_id: job.job_id },
            label: words.retry,
            of: job.job_id,
            about: (
              <>
                <p>
                  {kindOf(job.kind)}: <Subject path={job.subject} />
                </p>
                <p>{say(words.retryAbout)}</p>
              </>
            ),
            onDone: again,
          },
        }}
      />
    ),
  };
  return [
    { label: words.kind, cell: ({ kind }) => kindOf(kind) },
    { label: words.subject, cell: ({ subject }) => <Subject path={subject} /> },
    { label: words.due, cell: ({ due_at }) => moment(due_at) },
    { label: words.attempts, cell: ({ attempts }) => whole(attempts), figures: true },
    { label: words.error, cell: ({ last_error }) => last_error && <code>{last_error}</code> },
    ...(open ? [step] : []),
  ];
}

/** The kind of a job in words; its code where a newer release added it. */
function kindOf(kind: string): string {
  const kinds: Readonly<Record<string, Text>> = words.kinds;
  const text = kinds[kind];
  return text ? say(text) : kind;
}
