package org.tianbo.platform.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.qute.Engine;
import io.quarkus.qute.ReflectionValueResolver;
import io.quarkus.qute.Template;
import io.quarkus.qute.TemplateInstance;
import jakarta.ws.rs.core.Response;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.tianbo.platform.error.Fault;

class SubmittedFormTest {

    /** Two forms on one page, each with a field {@code link}. */
    private static final Template PAGE = Engine.builder()
            .addDefaults()
            .addValueResolver(new ReflectionValueResolver())
            .build()
            .parse("{errors.whole}|{#let form=errors.of('open')}{form.typed('link')}|{form.at('link')}|{form.at('day')}"
                    + "|{form.isFirst('link')}|{form.isFirst('day')}{/let}|{errors.of('close').typed('link')}");

    private final SubmittedForm form =
            new SubmittedForm("open", Map.of(), Language.CHINESE, SubmittedFormTest::page).with("link", "<店铺>");

    @Test
    void theAnswerOfWhatWasDoneIsTheAnswer() {
        Response done = Response.seeOther(java.net.URI.create("/stores")).build();

        assertThat(form.answer(() -> done)).isSameAs(done);
    }

    @Test
    void aRefusedFormComesBackFilledInWithEachFaultBesideItsField() {
        Response answer = form.answer(() -> {
            throw new Refused(Fault.Kind.INVALID, "store.form-invalid")
                    .field("day", "store.day-ahead")
                    .field("link", "store.link-missing");
        });

        assertThat(answer.getStatus()).isEqualTo(422);
        assertThat(answer.getMediaType().toString()).isEqualTo("text/html;charset=UTF-8");
        assertThat(answer.getEntity()).asString().matches("\\|<店铺>\\|.*请.*\\|.*天.*\\|false\\|true\\|");
    }

    @Test
    void aFaultOfNoFieldIsSaidForTheWholePage() {
        Response answer = form.answer(() -> {
            throw new Refused(Fault.Kind.CONFLICT, "store.gates-missing", 3);
        });

        assertThat(answer.getStatus()).isEqualTo(409);
        assertThat(answer.getEntity()).asString().matches(".*3.*\\|<店铺>\\|\\|\\|false\\|false\\|");
    }

    @Test
    void aFieldThatTheBrowserLeftOutIsEmpty() {
        assertThat(form.with("day", null).typed()).containsEntry("day", "").containsEntry("link", "<店铺>");
    }

    @ParameterizedTest
    @CsvSource({"MALFORMED,400", "INVALID,422", "CONFLICT,409", "TOO_LARGE,413", "NO_ROOM,507", "UNAVAILABLE,503"})
    void theStatusIsTheOneThatProgramsGet(Fault.Kind kind, int status) {
        assertThat(form.refused(new Refused(kind, "store.form-invalid")).getStatus())
                .isEqualTo(status);
    }

    @ParameterizedTest
    @EnumSource(
            value = Fault.Kind.class,
            names = {"NOT_FOUND", "FORBIDDEN", "GONE"})
    void whereThereIsNoPageToShowTheFaultGoesOn(Fault.Kind kind) {
        Fault fault = new Refused(kind, "store.form-invalid");

        assertThatThrownBy(() -> form.refused(fault)).isSameAs(fault);
    }

    @ParameterizedTest
    @EnumSource
    void everyKindOfFaultHasAStatus(Fault.Kind kind) {
        assertThat(FaultStatus.of(kind)).isBetween(400, 599);
    }

    private static TemplateInstance page(FormErrors errors) {
        return PAGE.data("errors", errors);
    }

    private static final class Refused extends Fault {

        private static final long serialVersionUID = 1L;

        Refused(Kind kind, String code, Object... arguments) {
            super(kind, code, arguments);
        }
    }
}
