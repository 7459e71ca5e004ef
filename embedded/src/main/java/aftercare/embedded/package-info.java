/** A broker and a database for one machine: real Kafka in this process, real PostgreSQL beside it, both outliving {@code kill -9}. */
@NullMarked
package aftercare.embedded;

import org.jspecify.annotations.NullMarked;
