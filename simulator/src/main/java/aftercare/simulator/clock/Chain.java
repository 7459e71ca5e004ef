package aftercare.simulator.clock;

import aftercare.platform.clock.Activity;
import aftercare.platform.clock.ClinicClock;
import aftercare.platform.clock.WorkSource;
import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.http.MediaType;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.stereotype.Component;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientException;

/** All services that follow the clinic clock, and the simulator's own carrier among them. */
@Component
class Chain implements DisposableBean {
    private static final String OURSELVES = "simulator";

    private final Map<String, URI> services;
    private final RestClient http;
    private final List<WorkSource> own;
    private final Activity activity;
    private final ClinicClock clock;
    private final ExecutorService askers = Executors.newVirtualThreadPerTaskExecutor();

    Chain(ClockSettings settings, RestClient.Builder http, List<WorkSource> own, Activity activity, ClinicClock clock) {
        this.services = new TreeMap<>(settings.services());
        this.http = http.requestFactory(requests()).build();
        this.own = own;
        this.activity = activity;
        this.clock = clock;
    }

    private static JdkClientHttpRequestFactory requests() {
        var factory = new JdkClientHttpRequestFactory(HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(Duration.ofSeconds(2))
                .build());
        factory.setReadTimeout(Duration.ofSeconds(5));
        return factory;
    }

    Scan scan() {
        var works = new TreeMap<String, Work>();
        works.put(OURSELVES, ourWork());
        var silent =
                ask(base -> http.get().uri(base.resolve("/v1/work")).retrieve().body(Work.class), works);
        return new Scan(works, silent);
    }

    private Work ourWork() {
        var done = activity.total();
        var now = clock.instant();
        return new Work(own.stream().mapToInt(source -> source.pending(now)).sum(), null, done, 0);
    }

    /** Tells every service how far clinic time leads now; returns those that could not be told. */
    SortedSet<String> tell(Duration lead) {
        return ask(
                base -> http.put()
                        .uri(base.resolve("/v1/clock"))
                        .contentType(MediaType.APPLICATION_JSON)
                        .body(Map.of("lead", lead.toString()))
                        .retrieve()
                        .toBodilessEntity(),
                new TreeMap<>());
    }

    /** Asks all at once; what they answer goes to {@code answers}, who did not is returned. */
    private <T> SortedSet<String> ask(Function<URI, @Nullable T> question, Map<String, T> answers) {
        var asked = new TreeMap<String, CompletableFuture<@Nullable T>>();
        services.forEach((name, base) ->
                asked.put(name, CompletableFuture.supplyAsync(() -> answer(question, base), askers)));
        var silent = new TreeSet<String>();
        asked.forEach((name, answer) -> {
            var said = answer.join();
            if (said == null) {
                silent.add(name);
            } else {
                answers.put(name, said);
            }
        });
        return silent;
    }

    private static <T> @Nullable T answer(Function<URI, @Nullable T> question, URI base) {
        try {
            return question.apply(base);
        } catch (RestClientException e) {
            return null;
        }
    }

    @Override
    public void destroy() {
        askers.close();
    }
}
