package aftercare.platform.audit;

import aftercare.platform.duework.DueWork;
import java.time.Duration;
import javax.sql.DataSource;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.jdbc.autoconfigure.JdbcClientAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The audit trail of a service that has tables. */
@AutoConfiguration(after = JdbcClientAutoConfiguration.class)
@ConditionalOnBean(DataSource.class)
public class AuditAutoConfiguration {

    @Bean
    Audit audit(JdbcClient jdbc) {
        return new JdbcAudit(jdbc);
    }

    @Bean
    AuditSeals auditSeals(JdbcClient jdbc) {
        return new AuditSeals(jdbc);
    }

    @Bean
    DueWork auditSealing(AuditSeals seals) {
        return new DueWork("audit-sealing", Duration.ofSeconds(1), seals::sealWaiting);
    }
}
