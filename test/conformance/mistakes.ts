/** A mistake that another service provider made. */
export interface Mistake {
  /** The tag of the tests that show that dirsync does not: `mistake-1`, `mistake-2`, … */
  readonly id: string;
  readonly says: string;
  /** Why no test shows it. Without this there must be one. */
  readonly decision?: string;
}

/** What went wrong elsewhere, so that it does not here. */
export const mistakes: readonly Mistake[] = [
  {
    id: 'mistake-1',
    says: 'Renaming a group, or a PATCH that names no members, emptied it.',
  },
  {
    id: 'mistake-2',
    says: 'The removal of one member removed all, or a list of values to remove was not looked at.',
  },
  {
    id: 'mistake-3',
    says: 'A replacement of members added and never removed.',
  },
  {
    id: 'mistake-4',
    says: 'A replacement by an empty list was refused or ignored.',
  },
  {
    id: 'mistake-5',
    says: 'A replacement with an unknown member emptied the group first, and then succeeded or failed.',
  },
  {
    id: 'mistake-6',
    says: 'An unknown member, or one that was there already, was a 500 that the provider tried for ever.',
  },
  {
    id: 'mistake-7',
    says: 'A member that was added again stood in the group twice.',
  },
  {
    id: 'mistake-8',
    says: 'Groups of more than 100 members were cut, and a PATCH lost the rest.',
  },
  {
    id: 'mistake-9',
    says: 'Concurrent changes of a group lost each other, or a large change took too long.',
  },
  {
    id: 'mistake-10',
    says: 'Members were matched by their display name, or needed one.',
  },
  {
    id: 'mistake-11',
    says: 'Memberships in POST and PUT were ignored.',
  },
  {
    id: 'mistake-12',
    says: 'A PUT without one of the members failed, because the value of a member is immutable.',
  },
  {
    id: 'mistake-13',
    says: 'A part of a list was taken for the whole.',
  },
  {
    id: 'mistake-14',
    says: 'A PATCH without a path was not understood, or escaped the validation.',
  },
  {
    id: 'mistake-15',
    says: 'Keys with dots or URNs were stored as they stood, or ignored.',
  },
  {
    id: 'mistake-16',
    says: 'The names of operations, paths and attributes were taken in one case only.',
  },
  {
    id: 'mistake-17',
    says: 'The string "False" was taken for true, and who was to be disabled was not.',
  },
  {
    id: 'mistake-18',
    says: 'A value path that matches nothing was an error where Entra means to create.',
  },
  {
    id: 'mistake-19',
    says: 'A manager as a bare string was refused, and an empty one did not clear.',
  },
  {
    id: 'mistake-20',
    says: 'An operation that was not understood was a success without a change.',
  },
  {
    id: 'mistake-21',
    says: 'A PATCH that failed kept its first operations.',
  },
  {
    id: 'mistake-22',
    says: 'null was stored, alone or as an element.',
  },
  {
    id: 'mistake-23',
    says: 'An extension stayed, empty or in `schemas`, after its last attribute.',
  },
  {
    id: 'mistake-24',
    says: 'Adding to a value path that is there failed, or changed `lastModified` without a change.',
  },
  {
    id: 'mistake-25',
    says: 'The path of an extension was split at the dots of its version.',
  },
  {
    id: 'mistake-26',
    says: 'A body of one of the two media types was not read.',
  },
  {
    id: 'mistake-27',
    // There is no token endpoint here: tokens are made by the directory API. What is left of the mistake is a guard of
    // types that stands before the paths.
    says: 'The token endpoint refused forms, because SCIM bodies have other types.',
  },
  {
    id: 'mistake-28',
    says: 'Errors were HTML or text, had a number for a status, or no `scimType`.',
  },
  {
    id: 'mistake-29',
    says: 'No match was 404, or a filter that is not served an empty list.',
  },
  {
    id: 'mistake-30',
    says: 'A method that is not served was 404, which means "gone" to some.',
  },
  {
    id: 'mistake-31',
    says: 'A creation had no `Location`.',
  },
  {
    id: 'mistake-32',
    says: 'ServiceProviderConfig was missing or said what was not so.',
  },
  {
    id: 'mistake-33',
    says: '`Retry-After` was a date where whole seconds are read.',
  },
  {
    id: 'mistake-34',
    says: '`itemsPerPage` or `totalResults` did not count right.',
  },
  {
    id: 'mistake-35',
    says: '`startIndex` of 0 or less failed, or was taken for the number of a page.',
  },
  {
    id: 'mistake-36',
    says: 'The order changed between pages.',
  },
  {
    id: 'mistake-37',
    says: 'userName was compared with case, or came back in another one.',
  },
  {
    id: 'mistake-38',
    says: 'A plus sign was not read as a space, or an encoded one was read twice.',
  },
  {
    id: 'mistake-39',
    says: 'Escapes, apostrophes and other scripts broke filters.',
  },
  {
    id: 'mistake-40',
    says: 'Filters were evaluated from left to right, or the conditions of a value path across elements.',
  },
  {
    id: 'mistake-41',
    says: 'The wildcards of SQL worked in filters.',
  },
  {
    id: 'mistake-42',
    says: 'The id that a client sent was taken.',
  },
  {
    id: 'mistake-43',
    says: 'A client changed or deleted what belongs to another.',
  },
  {
    id: 'mistake-44',
    says: 'A deactivated user went on being active.',
  },
  {
    id: 'mistake-45',
    says: 'Deactivated users were hidden, so that they were created again, without end.',
  },
  {
    id: 'mistake-46',
    says: 'What was deleted could not be created again.',
  },
  {
    id: 'mistake-47',
    says: 'PUT merged, or cleared `active`.',
  },
  {
    id: 'mistake-48',
    says: 'A password came back, or stood in a log.',
  },
  {
    id: 'mistake-49',
    says: 'Values that are only suggested were the only ones taken; unknown attributes and nulls were refused.',
  },
  {
    id: 'mistake-50',
    says: 'Read-only attributes in a PUT were refused.',
  },
  {
    id: 'mistake-51',
    says: 'Attributes of an extension were lost in a PUT, or a manager needed a `$ref`.',
  },
  {
    id: 'mistake-52',
    says: 'Secrets were compared in a time that tells, belonged to no tenant, or the scheme had to be in one case.',
  },
];
