# One image per service: docker build --build-arg SERVICE=services/messaging .
FROM maven:3.9-eclipse-temurin-25 AS build
WORKDIR /src
COPY . .
ARG SERVICE
RUN --mount=type=cache,target=/root/.m2 \
    mvn --batch-mode --no-transfer-progress -pl "${SERVICE}" -am -DskipTests -Dspotless.check.skip=true package \
    && cp "${SERVICE}"/target/*-exec.jar /service.jar

FROM eclipse-temurin:25-jre
RUN useradd --system --uid 10001 aftercare
USER aftercare
WORKDIR /aftercare
COPY --from=build /service.jar service.jar
# Where the tokenizer unpacks its native part.
ENV DJL_CACHE_DIR=/tmp/djl
ENV JAVA_TOOL_OPTIONS="-Dai.djl.offline=true --enable-native-access=ALL-UNNAMED -XX:MaxRAMPercentage=70 -XX:+ExitOnOutOfMemoryError"
ENTRYPOINT ["java", "-jar", "service.jar"]
