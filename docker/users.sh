# Read by the MySQL image at the first start of an empty volume. The owner migrates and prunes; the server's own user reads and
# adds everywhere, and is granted more table by table by `migrate --service-user`, never on the history.
docker_process_sql <<SQL
GRANT ALL ON gongkai.* TO 'gongkai_owner'@'%' WITH GRANT OPTION;
CREATE USER 'gongkai'@'%' IDENTIFIED BY '${SERVICE_PASSWORD}';
GRANT SELECT, INSERT ON gongkai.* TO 'gongkai'@'%';
SQL
