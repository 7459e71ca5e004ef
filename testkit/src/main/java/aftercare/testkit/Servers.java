package aftercare.testkit;

/** A broker and a database, however they run. */
sealed interface Servers permits EmbeddedServers, ContainerServers {
    String description();

    String bootstrapServers();

    String jdbcUrl();

    void createServiceRole(String name, String password);
}
