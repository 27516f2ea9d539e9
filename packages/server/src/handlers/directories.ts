import type { HandlersOf } from '../contract.ts';
import { createDirectory, deleteDirectory, releaseDirectory } from '../directory/directories.ts';
import { toDirectory } from '../directory/directory-view.ts';
import { notFound, ProblemError } from '../http/problem.ts';
import { isExpected } from '../directory/expected-leniences.ts';
import { listDirectories, updateDirectory } from '../store/directories.ts';
import { listLeniences } from '../store/leniences.ts';
import { defaultLimit, readCursor, toPage } from './page.ts';
import { requireDirectory } from './require-directory.ts';
import type { Services } from './services.ts';

/** One directory for each customer's identity provider. */
export function directoriesHandlers(services: Services): HandlersOf<'Directories'> {
  const { database, publicUrl, leniences } = services;
  return {
    async createDirectory({ principal, body }) {
      const row = await createDirectory(database, principal.environmentId, body);
      return { status: 201, body: toDirectory(row, publicUrl) };
    },

    async listDirectories({ principal, query }) {
      const { limit = defaultLimit, organizationId } = query;
      const after = readCursor(query.after)?.after;
      const rows = await listDirectories(database, principal.environmentId, {
        limit: limit + 1,
        ...(organizationId !== undefined && { organizationId }),
        ...(after !== undefined && { after }),
      });
      return { status: 200, body: toPage(rows, limit, (row) => toDirectory(row, publicUrl)) };
    },

    async getDirectory({ principal, path }) {
      const row = await requireDirectory(services, principal, path.directoryId);
      return { status: 200, body: toDirectory(row, publicUrl) };
    },

    async updateDirectory({ principal, path, body }) {
      const row = await updateDirectory(database, principal.environmentId, path.directoryId, body);
      if (row === undefined) throw notFound('directory', path.directoryId);
      return { status: 200, body: toDirectory(row, publicUrl) };
    },

    async listDirectoryLeniences({ principal, path }) {
      const { id, provider } = await requireDirectory(services, principal, path.directoryId);
      // What this process counted last is not written yet.
      await leniences.flush();
      const rows = await listLeniences(database, id);
      const data = rows.map((row) => ({ ...row, isExpected: isExpected(provider, row.name) }));
      return { status: 200, body: { data, nextCursor: null } };
    },

    async deleteDirectory({ principal, path }) {
      const isDeleted = await deleteDirectory(services, principal.environmentId, path.directoryId);
      if (!isDeleted) throw notFound('directory', path.directoryId);
      return { status: 204 };
    },

    async releaseDirectory({ principal, path, body }) {
      const { environmentId } = principal;
      const released = await releaseDirectory(services, environmentId, path.directoryId, body.mode);
      if (released !== undefined) return { status: 200, body: toDirectory(released, publicUrl) };
      const { state } = await requireDirectory(services, principal, path.directoryId);
      throw new ProblemError('conflict', `The directory is not held; its state is "${state}".`);
    },
  };
}
