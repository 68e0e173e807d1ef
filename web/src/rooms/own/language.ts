// The screen speaks the language of the person's preferences, once it is known who that is.

import { getDoc } from 'firebase/firestore';
import { noteReads } from '../../core/reads';
import { scanner } from '../../core/scanner';
import { session } from '../../core/session';
import { preferLanguage } from '../../core/words';

/** Reads the preferences once for each person who signs in; what was chosen by hand stays. */
export function followLanguage(): void {
  let known: string | null = null;
  session.subscribe((now) => {
    if (now.step !== 'active' && now.step !== 'waiting') {
      known = null;
      return;
    }
    const { uid } = now.user;
    if (uid === known) return;
    known = uid;
    getDoc(scanner().documents.preferences(uid)).then(
      (snapshot) => {
        noteReads(1);
        const preferences = snapshot.data();
        if (preferences && known === uid) preferLanguage(preferences.language);
      },
      () => undefined, // it stays in the browser's language
    );
  });
}
