package aftercare.simulator.alarms;

import static org.assertj.core.api.Assertions.assertThat;

import aftercare.platform.clock.ClinicClock;
import aftercare.platform.clock.MachineClock;
import aftercare.platform.sealing.Sealer;
import aftercare.schemas.Sealed;
import java.util.ArrayList;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

class AlarmsTest {
    private static final Sealer SEALER = new Sealer() {
        @Override
        public Sealed seal(String words, Object recordId, String field) {
            return new Sealed("sealed");
        }

        @Override
        public String open(Sealed sealed, Object recordId, String field) {
            return "opened";
        }

        @Override
        public String lookup(String value) {
            return "digest";
        }
    };

    @Test
    void an_alarm_rings_though_the_database_is_gone() {
        var nowhere = new PGSimpleDataSource();
        nowhere.setPortNumbers(new int[] {1});
        var machine = MachineClock.system();
        var rang = new ArrayList<Object>();
        var alarms = new Alarms(JdbcClient.create(nowhere), SEALER, machine, new ClinicClock(machine), rang::add);

        var alarm = alarms.ring("{\"kind\":\"DATABASE_GONE\"}");

        assertThat(alarms.newest()).containsExactly(alarm);
        assertThat(rang).containsExactly(new AlarmRang());
    }
}
