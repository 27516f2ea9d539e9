// Made from the contract by openapi/generator. Do not edit: change openapi/ and run "pnpm generate".

import type { ScimAttribute, ScimSchemaDefinition } from '../scim/schema.ts';

export const scimCommonAttributes: readonly ScimAttribute[] = [
  {
    "name": "schemas",
    "type": "reference",
    "multiValued": true,
    "description": "The URN of the resource type's schema, and of every extension that the resource has data of.",
    "required": true,
    "caseExact": true,
    "mutability": "readWrite",
    "returned": "always",
    "uniqueness": "none",
    "referenceTypes": [
      "uri"
    ]
  },
  {
    "name": "id",
    "type": "string",
    "multiValued": false,
    "description": "The identifier that the server gave the resource. It never changes and is never given again.",
    "required": false,
    "caseExact": true,
    "mutability": "readOnly",
    "returned": "always",
    "uniqueness": "server"
  },
  {
    "name": "externalId",
    "type": "string",
    "multiValued": false,
    "description": "The identifier of the resource in the provisioning client. Only the client sets it, and the server does not ask it to be unique.",
    "required": false,
    "caseExact": true,
    "mutability": "readWrite",
    "returned": "default",
    "uniqueness": "none"
  },
  {
    "name": "meta",
    "type": "complex",
    "multiValued": false,
    "description": "What the server knows about the resource itself. Values sent by a client are ignored.",
    "required": false,
    "caseExact": false,
    "mutability": "readOnly",
    "returned": "default",
    "uniqueness": "none",
    "subAttributes": [
      {
        "name": "resourceType",
        "type": "string",
        "multiValued": false,
        "description": "The name of the resource type, \"User\" or \"Group\".",
        "required": false,
        "caseExact": true,
        "mutability": "readOnly",
        "returned": "default",
        "uniqueness": "none"
      },
      {
        "name": "created",
        "type": "dateTime",
        "multiValued": false,
        "description": "When the resource was created.",
        "required": false,
        "caseExact": false,
        "mutability": "readOnly",
        "returned": "default",
        "uniqueness": "none"
      },
      {
        "name": "lastModified",
        "type": "dateTime",
        "multiValued": false,
        "description": "When the resource last changed. Equals 'created' until then; a request that changes nothing leaves it.",
        "required": false,
        "caseExact": false,
        "mutability": "readOnly",
        "returned": "default",
        "uniqueness": "none"
      },
      {
        "name": "location",
        "type": "reference",
        "multiValued": false,
        "description": "The URI of the resource, equal to the 'Location' header.",
        "required": false,
        "caseExact": true,
        "mutability": "readOnly",
        "returned": "default",
        "uniqueness": "none",
        "referenceTypes": [
          "uri"
        ]
      },
      {
        "name": "version",
        "type": "string",
        "multiValued": false,
        "description": "The weak entity tag of this version, equal to the 'ETag' header.",
        "required": false,
        "caseExact": true,
        "mutability": "readOnly",
        "returned": "default",
        "uniqueness": "none"
      }
    ]
  }
];

export const scimSchemas: readonly ScimSchemaDefinition[] = [
  {
    "id": "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User",
    "name": "EnterpriseUser",
    "description": "Attributes of people who belong to an organization; an extension of User.",
    "attributes": [
      {
        "name": "employeeNumber",
        "type": "string",
        "multiValued": false,
        "description": "The identifier that the organization gave the person.",
        "required": false,
        "caseExact": false,
        "mutability": "readWrite",
        "returned": "default",
        "uniqueness": "none"
      },
      {
        "name": "costCenter",
        "type": "string",
        "multiValued": false,
        "description": "The name of the cost center.",
        "required": false,
        "caseExact": false,
        "mutability": "readWrite",
        "returned": "default",
        "uniqueness": "none"
      },
      {
        "name": "organization",
        "type": "string",
        "multiValued": false,
        "description": "The name of the organization.",
        "required": false,
        "caseExact": false,
        "mutability": "readWrite",
        "returned": "default",
        "uniqueness": "none"
      },
      {
        "name": "division",
        "type": "string",
        "multiValued": false,
        "description": "The name of the division.",
        "required": false,
        "caseExact": false,
        "mutability": "readWrite",
        "returned": "default",
        "uniqueness": "none"
      },
      {
        "name": "department",
        "type": "string",
        "multiValued": false,
        "description": "The name of the department.",
        "required": false,
        "caseExact": false,
        "mutability": "readWrite",
        "returned": "default",
        "uniqueness": "none"
      },
      {
        "name": "manager",
        "type": "complex",
        "multiValued": false,
        "description": "The user's manager, another user.",
        "required": false,
        "caseExact": false,
        "mutability": "readWrite",
        "returned": "default",
        "uniqueness": "none",
        "subAttributes": [
          {
            "name": "value",
            "type": "string",
            "multiValued": false,
            "description": "The 'id' of the user who is the manager.",
            "required": false,
            "caseExact": false,
            "mutability": "readWrite",
            "returned": "default",
            "uniqueness": "none"
          },
          {
            "name": "$ref",
            "type": "reference",
            "multiValued": false,
            "description": "The URI of the user who is the manager.",
            "required": false,
            "caseExact": true,
            "mutability": "readWrite",
            "returned": "default",
            "uniqueness": "none",
            "referenceTypes": [
              "User"
            ]
          },
          {
            "name": "displayName",
            "type": "string",
            "multiValued": false,
            "description": "The 'displayName' of the manager. Ignored when it is sent and never set, since 'value' says who the manager is.",
            "required": false,
            "caseExact": false,
            "mutability": "readOnly",
            "returned": "default",
            "uniqueness": "none"
          }
        ]
      }
    ]
  },
  {
    "id": "urn:ietf:params:scim:schemas:core:2.0:User",
    "name": "User",
    "description": "A person, as the directory holds them.",
    "attributes": [
      {
        "name": "userName",
        "type": "string",
        "multiValued": false,
        "description": "The name that identifies the user to the identity provider, unique in the directory without regard to case.",
        "required": true,
        "caseExact": false,
        "mutability": "readWrite",
        "returned": "default",
        "uniqueness": "server"
      },
      {
        "name": "name",
        "type": "complex",
        "multiValued": false,
        "description": "The parts of the user's name.",
        "required": false,
        "caseExact": false,
        "mutability": "readWrite",
        "returned": "default",
        "uniqueness": "none",
        "subAttributes": [
          {
            "name": "formatted",
            "type": "string",
            "multiValued": false,
            "description": "The full name as it is shown, with titles and suffixes.",
            "required": false,
            "caseExact": false,
            "mutability": "readWrite",
            "returned": "default",
            "uniqueness": "none"
          },
          {
            "name": "familyName",
            "type": "string",
            "multiValued": false,
            "description": "The family name, or last name in most Western languages.",
            "required": false,
            "caseExact": false,
            "mutability": "readWrite",
            "returned": "default",
            "uniqueness": "none"
          },
          {
            "name": "givenName",
            "type": "string",
            "multiValued": false,
            "description": "The given name, or first name in most Western languages.",
            "required": false,
            "caseExact": false,
            "mutability": "readWrite",
            "returned": "default",
            "uniqueness": "none"
          },
          {
            "name": "middleName",
            "type": "string",
            "multiValued": false,
            "description": "The middle name or names.",
            "required": false,
            "caseExact": false,
            "mutability": "readWrite",
            "returned": "default",
            "uniqueness": "none"
          },
          {
            "name": "honorificPrefix",
            "type": "string",
            "multiValued": false,
            "description": "What stands before the name, such as \"Ms.\".",
            "required": false,
            "caseExact": false,
            "mutability": "readWrite",
            "returned": "default",
            "uniqueness": "none"
          },
          {
            "name": "honorificSuffix",
            "type": "string",
            "multiValued": false,
            "description": "What stands after the name, such as \"III\".",
            "required": false,
            "caseExact": false,
            "mutability": "readWrite",
            "returned": "default",
            "uniqueness": "none"
          }
        ]
      },
      {
        "name": "displayName",
        "type": "string",
        "multiValued": false,
        "description": "The name of the user as it is shown to people.",
        "required": false,
        "caseExact": false,
        "mutability": "readWrite",
        "returned": "default",
        "uniqueness": "none"
      },
      {
        "name": "nickName",
        "type": "string",
        "multiValued": false,
        "description": "How the user is called in everyday life, such as \"Bob\" for \"Robert\".",
        "required": false,
        "caseExact": false,
        "mutability": "readWrite",
        "returned": "default",
        "uniqueness": "none"
      },
      {
        "name": "profileUrl",
        "type": "reference",
        "multiValued": false,
        "description": "The URL of a page about the user.",
        "required": false,
        "caseExact": true,
        "mutability": "readWrite",
        "returned": "default",
        "uniqueness": "none",
        "referenceTypes": [
          "external"
        ]
      },
      {
        "name": "title",
        "type": "string",
        "multiValued": false,
        "description": "The title of the user's position, such as \"Vice President\".",
        "required": false,
        "caseExact": false,
        "mutability": "readWrite",
        "returned": "default",
        "uniqueness": "none"
      },
      {
        "name": "userType",
        "type": "string",
        "multiValued": false,
        "description": "How the user relates to the organization, such as \"Employee\" or \"Contractor\". Any value is accepted.",
        "required": false,
        "caseExact": false,
        "mutability": "readWrite",
        "returned": "default",
        "uniqueness": "none"
      },
      {
        "name": "preferredLanguage",
        "type": "string",
        "multiValued": false,
        "description": "The languages that the user prefers, in the form of the HTTP Accept-Language header.",
        "required": false,
        "caseExact": false,
        "mutability": "readWrite",
        "returned": "default",
        "uniqueness": "none"
      },
      {
        "name": "locale",
        "type": "string",
        "multiValued": false,
        "description": "The language tag by which dates, numbers and currency are shown to the user, such as \"en-US\".",
        "required": false,
        "caseExact": false,
        "mutability": "readWrite",
        "returned": "default",
        "uniqueness": "none"
      },
      {
        "name": "timezone",
        "type": "string",
        "multiValued": false,
        "description": "The user's time zone by its IANA name, such as \"America/Los_Angeles\".",
        "required": false,
        "caseExact": false,
        "mutability": "readWrite",
        "returned": "default",
        "uniqueness": "none"
      },
      {
        "name": "active",
        "type": "boolean",
        "multiValued": false,
        "description": "Whether the user may use the service. False is a soft delete: the user stays readable.",
        "required": false,
        "caseExact": false,
        "mutability": "readWrite",
        "returned": "default",
        "uniqueness": "none"
      },
      {
        "name": "emails",
        "type": "complex",
        "multiValued": true,
        "description": "The email addresses of the user.",
        "required": false,
        "caseExact": false,
        "mutability": "readWrite",
        "returned": "default",
        "uniqueness": "none",
        "subAttributes": [
          {
            "name": "value",
            "type": "string",
            "multiValued": false,
            "description": "The address.",
            "required": false,
            "caseExact": false,
            "mutability": "readWrite",
            "returned": "default",
            "uniqueness": "none"
          },
          {
            "name": "display",
            "type": "string",
            "multiValued": false,
            "description": "A readable form of the value, for showing to people.",
            "required": false,
            "caseExact": false,
            "mutability": "readWrite",
            "returned": "default",
            "uniqueness": "none"
          },
          {
            "name": "type",
            "type": "string",
            "multiValued": false,
            "description": "What the address is for. Any value is accepted.",
            "required": false,
            "caseExact": false,
            "mutability": "readWrite",
            "returned": "default",
            "uniqueness": "none",
            "canonicalValues": [
              "work",
              "home",
              "other"
            ]
          },
          {
            "name": "primary",
            "type": "boolean",
            "multiValued": false,
            "description": "True for the preferred address. At most one element is primary; absent means false.",
            "required": false,
            "caseExact": false,
            "mutability": "readWrite",
            "returned": "default",
            "uniqueness": "none"
          }
        ]
      },
      {
        "name": "phoneNumbers",
        "type": "complex",
        "multiValued": true,
        "description": "The telephone numbers of the user.",
        "required": false,
        "caseExact": false,
        "mutability": "readWrite",
        "returned": "default",
        "uniqueness": "none",
        "subAttributes": [
          {
            "name": "value",
            "type": "string",
            "multiValued": false,
            "description": "The number. RFC 3966 form (\"tel:+1-201-555-0123\") is recommended, any text is accepted.",
            "required": false,
            "caseExact": false,
            "mutability": "readWrite",
            "returned": "default",
            "uniqueness": "none"
          },
          {
            "name": "display",
            "type": "string",
            "multiValued": false,
            "description": "A readable form of the value, for showing to people.",
            "required": false,
            "caseExact": false,
            "mutability": "readWrite",
            "returned": "default",
            "uniqueness": "none"
          },
          {
            "name": "type",
            "type": "string",
            "multiValued": false,
            "description": "What the number is for. Any value is accepted.",
            "required": false,
            "caseExact": false,
            "mutability": "readWrite",
            "returned": "default",
            "uniqueness": "none",
            "canonicalValues": [
              "work",
              "home",
              "mobile",
              "fax",
              "pager",
              "other"
            ]
          },
          {
            "name": "primary",
            "type": "boolean",
            "multiValued": false,
            "description": "True for the preferred number. At most one element is primary; absent means false.",
            "required": false,
            "caseExact": false,
            "mutability": "readWrite",
            "returned": "default",
            "uniqueness": "none"
          }
        ]
      },
      {
        "name": "ims",
        "type": "complex",
        "multiValued": true,
        "description": "The instant messaging addresses of the user.",
        "required": false,
        "caseExact": false,
        "mutability": "readWrite",
        "returned": "default",
        "uniqueness": "none",
        "subAttributes": [
          {
            "name": "value",
            "type": "string",
            "multiValued": false,
            "description": "The address.",
            "required": false,
            "caseExact": false,
            "mutability": "readWrite",
            "returned": "default",
            "uniqueness": "none"
          },
          {
            "name": "display",
            "type": "string",
            "multiValued": false,
            "description": "A readable form of the value, for showing to people.",
            "required": false,
            "caseExact": false,
            "mutability": "readWrite",
            "returned": "default",
            "uniqueness": "none"
          },
          {
            "name": "type",
            "type": "string",
            "multiValued": false,
            "description": "The messaging service. Any value is accepted.",
            "required": false,
            "caseExact": false,
            "mutability": "readWrite",
            "returned": "default",
            "uniqueness": "none",
            "canonicalValues": [
              "aim",
              "gtalk",
              "icq",
              "xmpp",
              "msn",
              "skype",
              "qq",
              "yahoo",
              "other"
            ]
          },
          {
            "name": "primary",
            "type": "boolean",
            "multiValued": false,
            "description": "True for the preferred address. At most one element is primary; absent means false.",
            "required": false,
            "caseExact": false,
            "mutability": "readWrite",
            "returned": "default",
            "uniqueness": "none"
          }
        ]
      },
      {
        "name": "photos",
        "type": "complex",
        "multiValued": true,
        "description": "The URLs of pictures of the user.",
        "required": false,
        "caseExact": false,
        "mutability": "readWrite",
        "returned": "default",
        "uniqueness": "none",
        "subAttributes": [
          {
            "name": "value",
            "type": "reference",
            "multiValued": false,
            "description": "The URL of an image file.",
            "required": false,
            "caseExact": true,
            "mutability": "readWrite",
            "returned": "default",
            "uniqueness": "none",
            "referenceTypes": [
              "external"
            ]
          },
          {
            "name": "display",
            "type": "string",
            "multiValued": false,
            "description": "A readable form of the value, for showing to people.",
            "required": false,
            "caseExact": false,
            "mutability": "readWrite",
            "returned": "default",
            "uniqueness": "none"
          },
          {
            "name": "type",
            "type": "string",
            "multiValued": false,
            "description": "The size of the picture. Any value is accepted.",
            "required": false,
            "caseExact": false,
            "mutability": "readWrite",
            "returned": "default",
            "uniqueness": "none",
            "canonicalValues": [
              "photo",
              "thumbnail"
            ]
          },
          {
            "name": "primary",
            "type": "boolean",
            "multiValued": false,
            "description": "True for the preferred picture. At most one element is primary; absent means false.",
            "required": false,
            "caseExact": false,
            "mutability": "readWrite",
            "returned": "default",
            "uniqueness": "none"
          }
        ]
      },
      {
        "name": "addresses",
        "type": "complex",
        "multiValued": true,
        "description": "The postal addresses of the user.",
        "required": false,
        "caseExact": false,
        "mutability": "readWrite",
        "returned": "default",
        "uniqueness": "none",
        "subAttributes": [
          {
            "name": "formatted",
            "type": "string",
            "multiValued": false,
            "description": "The full address as on a label; may hold line breaks.",
            "required": false,
            "caseExact": false,
            "mutability": "readWrite",
            "returned": "default",
            "uniqueness": "none"
          },
          {
            "name": "streetAddress",
            "type": "string",
            "multiValued": false,
            "description": "Street, house number, P.O. box; may hold line breaks.",
            "required": false,
            "caseExact": false,
            "mutability": "readWrite",
            "returned": "default",
            "uniqueness": "none"
          },
          {
            "name": "locality",
            "type": "string",
            "multiValued": false,
            "description": "The city or town.",
            "required": false,
            "caseExact": false,
            "mutability": "readWrite",
            "returned": "default",
            "uniqueness": "none"
          },
          {
            "name": "region",
            "type": "string",
            "multiValued": false,
            "description": "The state or region.",
            "required": false,
            "caseExact": false,
            "mutability": "readWrite",
            "returned": "default",
            "uniqueness": "none"
          },
          {
            "name": "postalCode",
            "type": "string",
            "multiValued": false,
            "description": "The postal code.",
            "required": false,
            "caseExact": false,
            "mutability": "readWrite",
            "returned": "default",
            "uniqueness": "none"
          },
          {
            "name": "country",
            "type": "string",
            "multiValued": false,
            "description": "The country, by ISO 3166-1 alpha-2 (\"US\"). Country names, which some clients send, are kept as they are.",
            "required": false,
            "caseExact": false,
            "mutability": "readWrite",
            "returned": "default",
            "uniqueness": "none"
          },
          {
            "name": "type",
            "type": "string",
            "multiValued": false,
            "description": "What the address is for. Any value is accepted.",
            "required": false,
            "caseExact": false,
            "mutability": "readWrite",
            "returned": "default",
            "uniqueness": "none",
            "canonicalValues": [
              "work",
              "home",
              "other"
            ]
          },
          {
            "name": "primary",
            "type": "boolean",
            "multiValued": false,
            "description": "True for the preferred address. At most one element is primary; absent means false.",
            "required": false,
            "caseExact": false,
            "mutability": "readWrite",
            "returned": "default",
            "uniqueness": "none"
          }
        ]
      },
      {
        "name": "groups",
        "type": "complex",
        "multiValued": true,
        "description": "The groups that the user belongs to. Memberships change through the group.",
        "required": false,
        "caseExact": false,
        "mutability": "readOnly",
        "returned": "default",
        "uniqueness": "none",
        "subAttributes": [
          {
            "name": "value",
            "type": "string",
            "multiValued": false,
            "description": "The 'id' of the group.",
            "required": false,
            "caseExact": false,
            "mutability": "readOnly",
            "returned": "default",
            "uniqueness": "none"
          },
          {
            "name": "$ref",
            "type": "reference",
            "multiValued": false,
            "description": "The URI of the group.",
            "required": false,
            "caseExact": true,
            "mutability": "readOnly",
            "returned": "default",
            "uniqueness": "none",
            "referenceTypes": [
              "Group"
            ]
          },
          {
            "name": "display",
            "type": "string",
            "multiValued": false,
            "description": "The 'displayName' of the group.",
            "required": false,
            "caseExact": false,
            "mutability": "readOnly",
            "returned": "default",
            "uniqueness": "none"
          },
          {
            "name": "type",
            "type": "string",
            "multiValued": false,
            "description": "How the user belongs to the group. Always 'direct'; groups of groups are not followed.",
            "required": false,
            "caseExact": false,
            "mutability": "readOnly",
            "returned": "default",
            "uniqueness": "none",
            "canonicalValues": [
              "direct"
            ]
          }
        ]
      },
      {
        "name": "entitlements",
        "type": "complex",
        "multiValued": true,
        "description": "The entitlements of the user.",
        "required": false,
        "caseExact": false,
        "mutability": "readWrite",
        "returned": "default",
        "uniqueness": "none",
        "subAttributes": [
          {
            "name": "value",
            "type": "string",
            "multiValued": false,
            "description": "The entitlement.",
            "required": false,
            "caseExact": false,
            "mutability": "readWrite",
            "returned": "default",
            "uniqueness": "none"
          },
          {
            "name": "display",
            "type": "string",
            "multiValued": false,
            "description": "A readable form of the value, for showing to people.",
            "required": false,
            "caseExact": false,
            "mutability": "readWrite",
            "returned": "default",
            "uniqueness": "none"
          },
          {
            "name": "type",
            "type": "string",
            "multiValued": false,
            "description": "What kind of entitlement it is.",
            "required": false,
            "caseExact": false,
            "mutability": "readWrite",
            "returned": "default",
            "uniqueness": "none"
          },
          {
            "name": "primary",
            "type": "boolean",
            "multiValued": false,
            "description": "True for the preferred entitlement. At most one element is primary; absent means false.",
            "required": false,
            "caseExact": false,
            "mutability": "readWrite",
            "returned": "default",
            "uniqueness": "none"
          }
        ]
      },
      {
        "name": "roles",
        "type": "complex",
        "multiValued": true,
        "description": "The roles of the user.",
        "required": false,
        "caseExact": false,
        "mutability": "readWrite",
        "returned": "default",
        "uniqueness": "none",
        "subAttributes": [
          {
            "name": "value",
            "type": "string",
            "multiValued": false,
            "description": "The role.",
            "required": false,
            "caseExact": false,
            "mutability": "readWrite",
            "returned": "default",
            "uniqueness": "none"
          },
          {
            "name": "display",
            "type": "string",
            "multiValued": false,
            "description": "A readable form of the value, for showing to people.",
            "required": false,
            "caseExact": false,
            "mutability": "readWrite",
            "returned": "default",
            "uniqueness": "none"
          },
          {
            "name": "type",
            "type": "string",
            "multiValued": false,
            "description": "What kind of role it is.",
            "required": false,
            "caseExact": false,
            "mutability": "readWrite",
            "returned": "default",
            "uniqueness": "none"
          },
          {
            "name": "primary",
            "type": "boolean",
            "multiValued": false,
            "description": "True for the preferred role. At most one element is primary; absent means false.",
            "required": false,
            "caseExact": false,
            "mutability": "readWrite",
            "returned": "default",
            "uniqueness": "none"
          }
        ]
      },
      {
        "name": "x509Certificates",
        "type": "complex",
        "multiValued": true,
        "description": "The certificates issued to the user.",
        "required": false,
        "caseExact": false,
        "mutability": "readWrite",
        "returned": "default",
        "uniqueness": "none",
        "subAttributes": [
          {
            "name": "value",
            "type": "binary",
            "multiValued": false,
            "description": "One DER certificate in base64.",
            "required": false,
            "caseExact": true,
            "mutability": "readWrite",
            "returned": "default",
            "uniqueness": "none"
          },
          {
            "name": "display",
            "type": "string",
            "multiValued": false,
            "description": "A readable form of the value, for showing to people.",
            "required": false,
            "caseExact": false,
            "mutability": "readWrite",
            "returned": "default",
            "uniqueness": "none"
          },
          {
            "name": "type",
            "type": "string",
            "multiValued": false,
            "description": "What the certificate is for.",
            "required": false,
            "caseExact": false,
            "mutability": "readWrite",
            "returned": "default",
            "uniqueness": "none"
          },
          {
            "name": "primary",
            "type": "boolean",
            "multiValued": false,
            "description": "True for the preferred certificate. At most one element is primary; absent means false.",
            "required": false,
            "caseExact": false,
            "mutability": "readWrite",
            "returned": "default",
            "uniqueness": "none"
          }
        ]
      },
      {
        "name": "password",
        "type": "string",
        "multiValued": false,
        "description": "Accepted, because Okta sends one with every new user, and dropped: it is never stored, returned or logged.",
        "required": false,
        "caseExact": false,
        "mutability": "writeOnly",
        "returned": "never",
        "uniqueness": "none"
      }
    ]
  },
  {
    "id": "urn:ietf:params:scim:schemas:core:2.0:Group",
    "name": "Group",
    "description": "A group of users and of other groups.",
    "attributes": [
      {
        "name": "displayName",
        "type": "string",
        "multiValued": false,
        "description": "The name of the group, unique in the directory without regard to case.",
        "required": true,
        "caseExact": false,
        "mutability": "readWrite",
        "returned": "default",
        "uniqueness": "server"
      },
      {
        "name": "members",
        "type": "complex",
        "multiValued": true,
        "description": "The members of the group, in no promised order.",
        "required": false,
        "caseExact": false,
        "mutability": "readWrite",
        "returned": "default",
        "uniqueness": "none",
        "subAttributes": [
          {
            "name": "value",
            "type": "string",
            "multiValued": false,
            "description": "The 'id' of the user or group that is the member.",
            "required": true,
            "caseExact": false,
            "mutability": "immutable",
            "returned": "default",
            "uniqueness": "none"
          },
          {
            "name": "$ref",
            "type": "reference",
            "multiValued": false,
            "description": "The URI of the member. The server computes it from 'value'.",
            "required": false,
            "caseExact": true,
            "mutability": "readOnly",
            "returned": "default",
            "uniqueness": "none",
            "referenceTypes": [
              "User",
              "Group"
            ]
          },
          {
            "name": "type",
            "type": "string",
            "multiValued": false,
            "description": "Which resource type the member is. The server knows it from 'value'.",
            "required": false,
            "caseExact": false,
            "mutability": "readOnly",
            "returned": "default",
            "uniqueness": "none",
            "canonicalValues": [
              "User",
              "Group"
            ]
          }
        ]
      }
    ]
  }
];
