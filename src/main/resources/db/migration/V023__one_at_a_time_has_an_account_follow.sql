-- Who just asks Keycloak about a member of staff, and until when nobody else does: the later of two decisions would lose its password to the earlier one.
alter table staff add column follower uuid;
alter table staff add column followed_until timestamptz;
