// What others do meanwhile, without a page of their own: callables of somebody who is signed in.

import { settings } from './settings.mjs';

const REGION = 'asia-south1';

async function posted(url, body, token) {
  const answer = await fetch(url, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      ...(token ? { authorization: `Bearer ${token}` } : {}),
    },
    body: JSON.stringify(body),
  });
  const told = await answer.json();
  if (!answer.ok) throw new Error(`${new URL(url).pathname}: ${JSON.stringify(told)}`);
  return told;
}

/** Signs somebody in, and returns what calls callables as that person. */
export async function elsewhere({ email, password }) {
  const { ports, project } = settings;
  const auth = `http://127.0.0.1:${ports.auth}/identitytoolkit.googleapis.com/v1`;
  const { idToken } = await posted(`${auth}/accounts:signInWithPassword?key=any`, {
    email,
    password,
    returnSecureToken: true,
  });
  const functions = `http://127.0.0.1:${ports.functions}/${project}/${REGION}`;
  return async (callable, data) =>
    (await posted(`${functions}/${callable}`, { data }, idToken)).result;
}
