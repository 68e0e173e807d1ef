// What clinics see of a lab, when it works, and whether it takes orders now.

import type { LabProfileForLab } from '@scanner/client';
import type { JSX } from 'preact';
import { day } from '../../core/format';
import { scanner } from '../../core/scanner';
import { account, me } from '../../core/session';
import { type Row, useDocument } from '../../core/watch';
import { say } from '../../core/words';
import { Facts, Heading, Section } from '../../ui/Facts';
import { ActionForm } from '../../ui/form/ActionForm';
import type { Values } from '../../ui/form/values';
import { EndedNote, Waiting } from '../../ui/List';
import { Weekdays } from './Weekdays';
import { weekdays, words } from './words';

type Profile = Row<LabProfileForLab> | null;

/** The page. */
export default function ProfilePage(): JSX.Element {
  const { org } = me.value ?? {};
  const owner = account.value?.owner ?? false;
  const { data, ended, again } = useDocument(
    () => (org ? scanner().documents.labProfile(org) : null),
    [org],
  );
  return (
    <>
      <Heading title={words.profile}>
        <a href="/catalogue" data-go="catalogue">
          {say(words.catalogue)}
        </a>
      </Heading>
      {ended !== null && <EndedNote why={ended} again={again} />}
      {ended === null && data === undefined && <Waiting />}
      {data === null && <p class="note">{say(words.noProfile)}</p>}
      {data && <Shown profile={data} />}
      {data !== undefined &&
        (owner ? (
          <Section title={words.change}>
            <SaveProfile key={JSON.stringify(data?.calendar)} profile={data} />
          </Section>
        ) : (
          <p class="muted">{say(words.notOwner)}</p>
        ))}
    </>
  );
}

function Shown({ profile }: { profile: Row<LabProfileForLab> }) {
  const { name, city, about, accepting, calendar, services } = profile;
  const closed = calendar.closed_weekdays.flatMap((each) => weekdays[each] ?? []);
  return (
    <Section title={words.preview}>
      <Facts
        rows={[
          [words.labName, name],
          [words.city, city],
          [words.about, about],
          [words.accepting, say(accepting ? words.yes : words.no)],
          [words.services, services],
          [words.closedWeekdays, closed.map((each) => say(each)).join(', ')],
          [words.closedDays, calendar.closed_days.map((each) => day(each)).join(' · ')],
        ]}
      />
    </Section>
  );
}

function SaveProfile({ profile }: { profile: Profile }) {
  return (
    <>
      <ActionForm
        callable="labs/save_profile"
        start={startOf(profile)}
        label={words.save}
        done={words.saved}
        keeps
        hints={{
          about: words.aboutHint,
          accepting: words.acceptingHint,
          calendar: words.calendarHint,
        }}
        controls={{ 'calendar.closed_weekdays': Weekdays }}
        shape={whole}
      />
      <p>
        <a href="/billing" data-go="billing">
          {say(words.toBilling)}
        </a>
      </p>
    </>
  );
}

/** All of the calendar is said, for what is left out would be taken for Sunday. */
const whole = (request: Record<string, unknown>) => ({
  ...request,
  calendar: {
    closed_weekdays: [],
    closed_days: [],
    ...(request['calendar'] as Record<string, unknown> | undefined),
  },
});

function startOf(profile: Profile): Values {
  if (profile === null) return { accepting: false, calendar: { closed_weekdays: ['6'] } };
  const { about, accepting, calendar } = profile;
  return {
    about: about ?? '',
    accepting,
    calendar: {
      closed_weekdays: calendar.closed_weekdays.map(String),
      closed_days: calendar.closed_days,
    },
  };
}
