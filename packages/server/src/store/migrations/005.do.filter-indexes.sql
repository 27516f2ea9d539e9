-- The document with its texts folded, where folding the letters A to Z is not enough; null for most. Filters read it
-- instead of `resource` for attributes that compare without case, since lower() knows other letters only under some
-- locales.
alter table users add column resource_folded jsonb;
alter table groups add column resource_folded jsonb;
