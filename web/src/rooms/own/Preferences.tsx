// How one hears from Scanner: all preferences are sent together, so the form begins with those of now.

import type { Me, Preferences as PreferencesDocument, Role } from '@scanner/client';
import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { scanner } from '../../core/scanner';
import { useDocument } from '../../core/watch';
import { chooseLanguage, language, say } from '../../core/words';
import { ActionForm } from '../../ui/form/ActionForm';
import type { Values } from '../../ui/form/values';
import { EndedNote, Waiting } from '../../ui/List';
import { Channels, Zones } from './controls';
import { words } from './words';

/** The form. */
export function Preferences({ me }: { me: Me }): JSX.Element {
  const { data, ended, again } = useDocument(
    () => scanner().documents.preferences(me.uid),
    [me.uid],
  );
  if (ended !== null) return <EndedNote why={ended} again={again} />;
  if (data === undefined) return <Waiting />;
  return <Form me={me} known={data} />;
}

function Form({ me, known }: { me: Me; known: PreferencesDocument | null }) {
  const admin = me.role === 'admin';
  // What was saved stays in the form, to be changed again.
  const [values, setValues] = useState(() => startOf(known, admin));
  return (
    <>
      <p>{say(words.preferencesText)}</p>
      <ActionForm
        callable="messaging/set_preferences"
        ask={['language', 'zone', 'quiet', 'channels', ...(admin ? (['digest'] as const) : [])]}
        needed={['language', 'zone', 'channels', ...(admin ? (['digest'] as const) : [])]}
        start={values}
        onValues={setValues}
        labels={{
          language: words.language,
          zone: words.zone,
          quiet: words.quiet,
          'quiet.start': words.quietStart,
          'quiet.end': words.quietEnd,
          channels: words.channels,
          digest: words.digest,
        }}
        hints={{ language: words.languageHint, quiet: words.quietHint }}
        controls={{ zone: Zones, channels: Channels[me.role as Role] }}
        // Left out, the hours of every newcomer would come back.
        shape={(request) => ({ ...request, quiet: request['quiet'] ?? null })}
        label={words.save}
        done={words.saved}
        keeps
        onDone={(_, request) => {
          chooseLanguage(request.language === 'hi' ? 'hi' : 'en');
        }}
      />
    </>
  );
}

function startOf(known: PreferencesDocument | null, admin: boolean): Values {
  const digest = admin ? { digest: known?.digest ?? 'hourly' } : {};
  if (known === null) {
    return {
      language: language.value,
      zone: 'Asia/Kolkata',
      quiet: { start: '21:00', end: '07:00' },
      channels: {},
      ...digest,
    };
  }
  return {
    language: known.language,
    zone: known.zone,
    ...(known.quiet ? { quiet: { start: known.quiet.start, end: known.quiet.end } } : {}),
    channels: Object.fromEntries(
      Object.entries(known.channels).map(([group, channels]) => [group, channels ?? []]),
    ),
    ...digest,
  };
}
