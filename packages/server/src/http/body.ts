/** Why a body could not be read; each surface says it in its own words. */
export type BodyFault = 'too_large' | 'cut_off' | 'empty' | 'not_utf8' | 'not_json';

export type BodyResult = { readonly json: unknown } | { readonly fault: BodyFault };

/** Reads a request's JSON, at most `maxBytes` of it. */
export async function readJson(request: Request, maxBytes: number): Promise<BodyResult> {
  let bytes;
  try {
    bytes = await readBytes(request, maxBytes);
  } catch {
    // The connection ended before the body did: nobody is there to read an answer.
    return { fault: 'cut_off' };
  }
  if (bytes === undefined) return { fault: 'too_large' };
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return { fault: 'not_utf8' };
  }
  if (text.trim() === '') return { fault: 'empty' };
  try {
    return { json: JSON.parse(text) };
  } catch {
    return { fault: 'not_json' };
  }
}

async function readBytes(request: Request, maxBytes: number): Promise<Uint8Array | undefined> {
  const declared = request.headers.get('content-length');
  if (declared !== null) {
    // The HTTP parser never passes on more than was declared.
    return Number(declared) > maxBytes ? undefined : new Uint8Array(await request.arrayBuffer());
  }
  if (request.body === null) return new Uint8Array();
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of request.body) {
    size += chunk.byteLength;
    if (size > maxBytes) return undefined;
    chunks.push(chunk);
  }
  return new Uint8Array(Buffer.concat(chunks));
}

/** The media type of a request without its parameters, in lower case. */
export function mediaTypeOf(request: Request): string {
  const [mediaType = ''] = (request.headers.get('content-type') ?? '').split(';');
  return mediaType.trim().toLowerCase();
}
