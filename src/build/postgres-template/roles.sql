-- What the template holds beyond initdb's own: two roles without passwords, which therefore cannot
-- log in until a launch gives them some, and two databases. One statement per line: single-user
-- mode ends a statement at the end of its line. The last line lets the older log segments go.

CREATE ROLE harness_owner LOGIN NOSUPERUSER NOCREATEDB CREATEROLE;
CREATE ROLE harness_app LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE;
GRANT pg_monitor TO harness_owner;
CREATE DATABASE harness OWNER harness_owner;
ALTER DATABASE postgres RENAME TO harness_control;
ALTER DATABASE harness_control OWNER TO harness_owner;
REVOKE ALL ON DATABASE harness FROM PUBLIC;
REVOKE ALL ON DATABASE harness_control FROM PUBLIC;
GRANT CONNECT ON DATABASE harness TO harness_app;
SELECT pg_switch_wal();
