package org.tianbo.practice.audience;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.tianbo.platform.error.Refused;

/**
 * What the scripted audience of an attempt asked, and what became of it, as the phone says. The words themselves are
 * those of the scenario.
 *
 * @param scenario slug
 * @param version of the scenario, as published
 * @param asked in the order in which it was shown
 */
@Schema(
        example = "{\"scenario\": \"fruit-first-neighbours\", \"version\": \"0123456789abcdef\","
                + " \"intensity\": \"gentle\", \"asked\": [{\"event\": \"sweet\", \"says\": 0, \"at\": {\"take\": "
                + "1, \"ms\":"
                + " 6000}, \"heard\": true, \"answeredAfterMs\": 2300, \"reminders\": 0}]}")
public record AudienceReport(
        @NotNull @Pattern(regexp = AudienceReport.SLUG) String scenario,
        @NotNull @Pattern(regexp = "[0-9a-f]{16}") String version,
        @NotNull @Pattern(regexp = "gentle|lively|rough") String intensity,
        @NotEmpty @Size(max = 100) List<@NotNull @Valid Asked> asked) {

    static final String SLUG = "[a-z0-9-]{1,60}";

    private static final long A_DAY = 86_400_000;

    /**
     * Something the audience asked of the host.
     *
     * @param event id in the scenario
     * @param says which of its sentences, from 0
     * @param heard whether the phone could tell when the host spoke
     * @param answeredAfterMs until an answer began; null where none was heard
     * @param namedAfterMs until the host greeted the viewer by name; null where that was not so
     * @param reminders how often the viewer asked again
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Asked(
            @NotNull @Pattern(regexp = SLUG) String event,
            @Min(0) @Max(99) int says,
            @NotNull @Valid At at,
            @NotNull Boolean heard,
            @Min(0) @Max(A_DAY) Long answeredAfterMs,
            @Min(0) @Max(A_DAY) Long namedAfterMs,
            @Min(0) @Max(99) int reminders) {}

    /** Milliseconds of recorded time of a take. */
    public record At(@Min(0) @Max(9999) int take, @Min(0) @Max(A_DAY) long ms) {}

    /**
     * Refuses what cannot have been: an event twice, or at a time that was not recorded.
     *
     * @param lengths of the takes, in milliseconds by their numbers
     * @throws Refused saying which
     */
    public void check(Map<Integer, Long> lengths) {
        Set<String> events = new HashSet<>();
        for (Asked one : asked) {
            if (!events.add(one.event())) {
                throw AudienceRefused.twice();
            }
            Long length = lengths.get(one.at().take());
            if (length == null || one.at().ms() > length) {
                throw AudienceRefused.outsideTheTakes();
            }
        }
    }
}
