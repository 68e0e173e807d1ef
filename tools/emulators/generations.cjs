// Loaded into firebase-tools before anything else: generations count, as in Cloud Storage.
//
// The Storage emulator ignores the preconditions of Google's client libraries (ifGenerationMatch and its
// like), on which writing an object once rests, and the generation that a request names. Its own generations
// are milliseconds: of two uploads in the same one both have the same. Here what a request demands is held
// to the object in one go with what is done to it, so that of two that write at once one is refused.
//
// As documented at https://cloud.google.com/storage/docs/request-preconditions: 412 where numbers are to
// match and do not, 304 where they are not to and do, 404 for another generation than the one that is
// there. Requests of Firebase's SDKs (/v0) demand nothing.
'use strict';
const api = require('firebase-tools/lib/emulator/storage/apis/gcloud');
const { ForbiddenError, NotFoundError } = require('firebase-tools/lib/emulator/storage/errors');
const metadata = require('firebase-tools/lib/emulator/storage/metadata');

const PRECONDITIONS = [
  { name: 'GenerationMatch', number: 'generation', same: true },
  { name: 'GenerationNotMatch', number: 'generation', same: false },
  { name: 'MetagenerationMatch', number: 'metageneration', same: true },
  { name: 'MetagenerationNotMatch', number: 'metageneration', same: false },
];
const DEMANDS = [
  ...['generation', 'sourceGeneration'],
  ...PRECONDITIONS.flatMap(({ name }) => [`if${name}`, `ifSource${name}`]),
];
const { createCloudEndpoints } = api;
const { StoredFileMetadata } = metadata;
const started = new Map(); // id of a resumable upload -> what its first request demanded
let latest = 0;

metadata.StoredFileMetadata = class extends StoredFileMetadata {
  constructor(given, ...rest) {
    latest = Math.max(latest + 1, Date.now() * 1000);
    super({ generation: latest, ...given }, ...rest);
  }
};

api.createCloudEndpoints = (emulator) => {
  const heedless = createCloudEndpoints(emulator);
  return (req, res, next) => {
    const query = started.get(req.query.upload_id) ?? req.query;
    if (!DEMANDS.some((name) => name in query)) return heedless(req, res, next);
    const refuse = refusing(res);
    const adminStorageLayer = heeding(emulator.adminStorageLayer, query, refuse);
    const uploadService = remembering(emulator.uploadService, query);
    return createCloudEndpoints({ adminStorageLayer, uploadService })(req, res, next);
  };
};

/** The status that refuses what is asked of an object, or of a name under which there is none. */
function refusal(query, prefix, stored) {
  for (const { name, number, same } of PRECONDITIONS) {
    const wanted = query[prefix + name];
    if (wanted === undefined) continue;
    const matches = Number(wanted) === (stored ? stored[number] : 0);
    if (same ? !matches : matches || !stored) return same ? 412 : 304;
  }
  return undefined;
}

/** Has a request answered with a status, from wherever the emulator can be left: as if forbidden. */
function refusing(res) {
  const { sendStatus } = res;
  return (status) => {
    res.sendStatus = () => {
      res.sendStatus = sendStatus;
      if (status === 304) return res.status(304).end();
      const message = 'At least one of the pre-conditions you specified did not hold.';
      const reason = { message, domain: 'global', reason: 'conditionNotMet' };
      const errors = [{ ...reason, locationType: 'header', location: 'If-Match' }];
      return res.status(status).json({ error: { code: status, message, errors } });
    };
    throw new ForbiddenError();
  };
}

/** The emulator's objects for one request: they are held to its query wherever it touches them. */
function heeding(layer, query, refuse) {
  const hold = (stored, prefix = 'if') => {
    const status = refusal(query, prefix, stored);
    if (status) refuse(status);
  };
  const named = (stored, generation = query.generation) => {
    if (generation !== undefined && stored.generation !== Number(generation)) throw new NotFoundError();
  };
  const heeded = Object.create(layer);
  // Of an upload and of a copy it is the first step that changes anything.
  heeded._persistence = Object.assign(Object.create(layer._persistence), {
    deleteFile(path, ...rest) {
      hold(layer._files.get(path)?.metadata);
      return layer._persistence.deleteFile(path, ...rest);
    },
  });
  return Object.assign(heeded, {
    async getObject(request) {
      const found = await layer.getObject(request);
      named(found.metadata);
      hold(found.metadata);
      return found;
    },
    deleteFile(...names) {
      const stored = layer.getMetadata(...names);
      if (!stored) throw new NotFoundError();
      named(stored);
      hold(stored);
      return layer.deleteFile(...names);
    },
    updateObjectMetadata(request) {
      const updating = Object.create(layer);
      updating.getMetadata = (...names) => {
        const stored = layer.getMetadata(...names);
        return stored && Object.assign(Object.create(stored), {
          update(...changes) {
            named(stored);
            hold(stored);
            return stored.update(...changes);
          },
        });
      };
      return updating.updateObjectMetadata(request);
    },
    copyObject(request) {
      const source = layer.getMetadata(request.sourceBucket, request.sourceObject);
      if (source) {
        named(source, query.sourceGeneration);
        hold(source, 'ifSource');
      }
      return layer.copyObject.call(this, request);
    },
  });
}

/** The emulator's uploads: what one that comes in parts demands is asked once it is whole. */
function remembering(uploads, query) {
  return Object.assign(Object.create(uploads), {
    startResumableUpload(request) {
      const upload = uploads.startResumableUpload(request);
      started.set(upload.id, query);
      return upload;
    },
  });
}

module.exports = { heeding };
