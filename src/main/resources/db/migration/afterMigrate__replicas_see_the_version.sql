-- A replica signs in as a role that owns nothing; it compares what was applied with what it needs before it starts.
grant select on flyway_schema_history to "${app_role}";
