// A clinic registers, sends a scan, hears what becomes of it and gets links to it: docs/apps/README.md.
import { initializeApp } from 'firebase/app';
import * as auth from 'firebase/auth';
import { onSnapshot } from 'firebase/firestore';
import { type Operation, createScanner, isScannerError } from '@scanner/client';

const config = await (await fetch('config.json')).json();
const app = initializeApp(config.firebase);
const signIn = auth.getAuth(app);
if (config.auth) auth.connectAuthEmulator(signIn, config.auth);
const scanner = createScanner(app, { emulators: config.emulators });
const find = <T extends HTMLElement>(selector: string) => document.querySelector<T>(selector)!;
const say = (text: string) => (find('[role=status]').textContent = text);
const only = (...ids: string[]) => document.querySelectorAll('form').forEach((form) => (form.hidden = !ids.includes(form.id)));
/** Does once what a form asks for, however often it is sent; what is changed in it is another act. */
function onSend(id: string, act: (said: (name: string) => string, once: Operation) => Promise<unknown>) {
  let operation = scanner.operation();
  find(`#${id}`).onchange = () => (operation = scanner.operation());
  find(`#${id}`).onsubmit = (event) => {
    event.preventDefault();
    const data = new FormData(event.target as HTMLFormElement);
    act((name) => String(data.get(name)), operation).catch((error) => say(isScannerError(error) ? error.sentence : error.message));
  };
}
onSend('sign-up', async (said) => {
  const { user } = await auth.createUserWithEmailAndPassword(signIn, said('email'), said('password'));
  await auth.sendEmailVerification(user).then(() => say('Follow the link in the e-mail, then register.'));
});
onSend('register', async (said) => {
  await signIn.currentUser!.getIdToken(true); // it says now that the address is verified
  const organisation = { name: said('clinic'), address: said('address'), city: said('city'), pincode: said('pincode') };
  await scanner.accounts.registerAccount({ name: said('name'), phone: said('phone'), role: 'clinic', organisation, policy_version: '2026-05' });
});
onSend('open', async (said, { scans }) => {
  const { patient_id } = await scans.addPatient({ reference: said('reference'), name: said('patient') });
  const consented = { obtained_at: new Date(said('obtained_at')).toISOString(), obtained_by: said('obtained_by'), text_version: '1', language: 'en' };
  const { consent_id } = await scans.recordConsent({ patient_id, ...consented, scope: ['scan'], age_group: 'adult' });
  showFiles((await scans.openCase({ patient_id, consent_id })).case_id, await scanner.me());
});
function showFiles(case_id: string, me: Awaited<ReturnType<typeof scanner.me>>) {
  only('send');
  onSend('send', async (_, { scans }) => {
    const file = find<HTMLInputElement>('[name=scan]').files![0]!;
    const slot = await scans.startUpload({ case_id, kind: 'stl', jaw: 'upper', file_name: file.name, byte_size: file.size });
    await scanner.uploads.send(slot, file, { onProgress: (now) => say(now.step === 'judging' ? 'Being examined.' : `${now.sent} of ${now.total} bytes`) });
    say('Ready.');
  });
  onSnapshot(scanner.lists.clinicFilesOfCase({ ...me, case_id }), async ({ docs }) => {
    const { links } = docs.length === 0 ? { links: [] } : await scanner.scans.getFileLinks({ case_id, file_ids: docs.slice(0, 20).map(({ id }) => id) });
    find('#files').replaceChildren(...links.flatMap(({ url, preview_url: src }) => [
      ...(src === null ? [] : [Object.assign(new Image(), { src, alt: 'The scan' })]), Object.assign(document.createElement('a'), { href: url, textContent: 'Download' }),
    ]));
  }, (error) => say(error.code));
}
auth.onAuthStateChanged(signIn, (user) => user === null ? only('sign-up') : onSnapshot(scanner.documents.user(user.uid), async (account) => {
  const status = account.get('status');
  if (status === 'active' && account.get('claims_at')) await user.getIdToken(true); // the role is in it now
  only(!account.exists() ? 'register' : status === 'active' && account.get('claims_at') ? 'open' : '');
  if (account.exists()) say(`Your account is ${status}.`);
}, (error) => say(error.code)));
