export const helpText = `dirsync: directory sync for SaaS products

Usage: dirsync <command>

  serve                        serve SCIM and the directory API, deliver webhooks
  migrate                      bring the database's schema up to date
  environments create <name>   make an environment and print its first API key
  keys create                  make an API key and print it
      --environment <name>     of this environment (default: default)
      --name <name>            what the key is for (default: created by command)
  help                         print this
  --version                    print the version

Settings are environment variables: PORT, HOST, DATABASE_URL and others. Without DATABASE_URL the data is in
DIRSYNC_DATA_DIR (default: .dirsync) and one process serves it.`;
