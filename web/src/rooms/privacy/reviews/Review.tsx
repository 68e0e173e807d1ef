// The review of one month: who is an admin, how many may do what, and what looks odd.

import type { CallableResponses } from '@scanner/client';
import type { JSX } from 'preact';
import { day, moment, monthName, whole } from '../../../core/format';
import { nameOf } from '../../../core/names';
import { say } from '../../../core/words';
import { Badge, Facts, Section } from '../../../ui/Facts';
import { Later } from '../../../ui/Later';
import { AnswerOf, type Column, Empty, Table } from '../../../ui/List';
import { Steps } from '../../../ui/Steps';
import { useCall } from '../../../ui/useCall';
import audit from '../../audit/audit.module.css';
import { Person } from '../../audit/Person';
import css from '../privacy.module.css';
import { type Counted, counted, monthBefore } from './months';
import { words } from './words';

type Answer = CallableResponses['privacy/get_access_review'];

/** Draws a review. */
export function Review({ review, again }: { review: Answer; again: () => void }): JSX.Element {
  const { month, state, admins, accounts, differing, differing_count, links, seals } = review;
  return (
    <>
      <Facts
        rows={[
          [words.month, monthName(month)],
          [
            words.state,
            <Badge
              key="state"
              enumeration="ReviewState"
              value={state}
              tone={state === 'open' ? 'warning' : 'plain'}
            />,
          ],
          [words.complete, review.ended_at && moment(review.ended_at)],
          [
            words.readBy,
            review.acknowledged_by && <Person key="by" uid={review.acknowledged_by} />,
          ],
          [words.readAt, review.acknowledged_at && moment(review.acknowledged_at)],
        ]}
      />
      {state === 'building' && <p class="note">{say(words.growing)}</p>}
      <Section title={words.admins}>
        <Admins admins={admins} />
      </Section>
      <Section title={words.accounts}>
        <Counts rows={counted(accounts, null)} />
      </Section>
      <Section title={words.differing}>
        <p>
          {differing_count > 0
            ? say(words.differ, { count: differing_count })
            : say(words.noneDiffers)}
        </p>
        <People uids={differing} />
      </Section>
      <Section title={words.links}>
        {links.length === 0 ? (
          <p>{say(words.noLinks)}</p>
        ) : (
          <Table
            caption={words.links}
            rows={links}
            keyOf={({ uid, day: on }) => `${uid} ${on}`}
            columns={[
              { label: words.member, cell: ({ uid }) => <Person uid={uid} /> },
              { label: words.day, cell: (each) => day(each.day) },
              { label: words.files, cell: ({ files }) => whole(files), figures: true },
            ]}
          />
        )}
      </Section>
      {seals && (
        <Section title={words.seals}>
          <p>
            {seals.differing.length > 0
              ? say(words.sealsDiffer, { numbers: seals.differing.join(', ') })
              : say(words.sealsFit, { count: seals.numbers.length, all: seals.newest })}
          </p>
        </Section>
      )}
      <div class={css.review}>
        <Later title={words.compare} of="compare">
          <Compared review={review} />
        </Later>
      </div>
      <Steps
        machine="accessReview"
        enumeration="ReviewAction"
        state={state}
        parties={['admin']}
        forms={{
          acknowledge: {
            callable: 'privacy/acknowledge_review',
            given: { month },
            of: month,
            look: 'primary',
            about: (
              <>
                <p>
                  <strong>{monthName(month)}</strong>
                </p>
                <p>{say(words.acknowledgeAbout)}</p>
              </>
            ),
            onDone: again,
          },
        }}
      />
    </>
  );
}

function Admins({ admins }: { admins: Answer['admins'] }) {
  if (admins.length === 0) return <Empty text={words.noAdmins} />;
  return (
    <Table
      caption={words.admins}
      rows={admins}
      keyOf={({ uid }) => uid}
      columns={[
        { label: words.admin, cell: ({ uid }) => <Person uid={uid} /> },
        { label: words.since, cell: ({ since }) => day(since) },
        {
          label: words.lastActive,
          cell: ({ last_active, dormant }) => (
            <span>
              {last_active ? day(last_active) : say(words.never)}
              {dormant && <small class="problem"> {say(words.dormant)}</small>}
            </span>
          ),
        },
      ]}
    />
  );
}

const BEFORE: Column<Counted> = {
  label: words.before,
  cell: ({ before }) => before !== null && whole(before),
  figures: true,
};

function Counts({ rows }: { rows: readonly Counted[] }) {
  const both = rows.some(({ before }) => before !== null);
  return (
    <Table
      caption={words.accounts}
      rows={rows}
      keyOf={({ of }) => of}
      columns={[
        { label: words.role, cell: ({ of }) => roleOf(of) },
        { label: words.status, cell: ({ of }) => statusOf(of) },
        ...(both ? [BEFORE] : []),
        { label: words.count, cell: ({ now }) => whole(now), figures: true },
      ]}
    />
  );
}

function roleOf(of: string): string {
  const [role = ''] = of.split('/');
  return role === 'none' ? say(words.noRole) : nameOf('Role', role);
}

function statusOf(of: string): string {
  const [, status = ''] = of.split('/');
  return status === 'unregistered' ? say(words.unregistered) : nameOf('Status', status);
}

function People({ uids }: { uids: readonly string[] }) {
  return (
    <ul class={audit.refs}>
      {uids.map((uid) => (
        <li key={uid}>
          <Person uid={uid} />
        </li>
      ))}
    </ul>
  );
}

/** The review beside the one of the month before. */
function Compared({ review }: { review: Answer }) {
  const answer = useCall('privacy/get_access_review', { month: monthBefore(review.month) });
  return (
    <AnswerOf answer={answer}>
      {(before) => {
        const were = before.admins.map(({ uid }) => uid);
        const are = review.admins.map(({ uid }) => uid);
        const some = (uids: readonly string[]) =>
          uids.length > 0 ? <People key="people" uids={uids} /> : say(words.nobody);
        return (
          <>
            <Facts
              rows={[
                [words.newAdmins, some(are.filter((uid) => !were.includes(uid)))],
                [words.goneAdmins, some(were.filter((uid) => !are.includes(uid)))],
              ]}
            />
            <Counts
              rows={counted(review.accounts, before.accounts).filter(
                (each) => each.now !== each.before,
              )}
            />
          </>
        );
      }}
    </AnswerOf>
  );
}
