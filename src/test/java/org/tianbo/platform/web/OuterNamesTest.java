package org.tianbo.platform.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.qute.Engine;
import io.quarkus.qute.EngineBuilder;
import io.quarkus.qute.EvalContext;
import io.quarkus.qute.Results;
import io.quarkus.qute.TemplateException;
import io.quarkus.qute.ValueResolver;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class OuterNamesTest {

    /** Stands for the hundreds of types that templates know. */
    private final AtomicInteger asked = new AtomicInteger();

    private final Engine engine = with(new OuterNames());

    @Test
    void whatIsGivenToThePageIsFoundInsideALoopOfALoopWithoutAskingEveryType() {
        assertThat(render("{#for row in rows}{#for cell in row}{title}{cell} {/for}{/for}"))
                .isEqualTo("t1 t2 t3 ");
        assertThat(asked).hasValue(0);
    }

    @Test
    void withoutItEachTypeIsAskedAtEachStep() {
        with().parse("{#for row in rows}{#for cell in row}{title}{/for}{/for}")
                .data("rows", rows(), "title", "t")
                .render();
        assertThat(asked.get()).isGreaterThanOrEqualTo(6);
    }

    @Test
    void theInnerOfTwoLikeNamesCounts() {
        assertThat(render("{#for title in rows}{#for title in title}{title}{/for}{/for}{title}"))
                .isEqualTo("123t");
        assertThat(render("{#let title='inner'}{title}{/let}{title}")).isEqualTo("innert");
        assertThat(asked).hasValue(0);
    }

    @Test
    void whatStandsAfterAPointIsAskedOfTheValueAlone() {
        assertThatThrownBy(() -> render("{#for row in rows}{row.title}{/for}")).isInstanceOf(TemplateException.class);
        assertThat(render("{#for row in rows}{row.size}{/for}")).isEqualTo("21");
    }

    @Test
    void whatNobodyKnowsIsAFaultAsBefore() {
        assertThatThrownBy(() -> render("{#for row in rows}{tilte}{/for}"))
                .isInstanceOf(TemplateException.class)
                .hasMessageContaining("tilte");
    }

    @Test
    void whatIsAroundMayBeAnythingAndItsOwnNamesAreFound() {
        assertThat(engine.parse("{#for each in this.get('list')}{size}{each}{/for}")
                        .data(Map.of("list", List.of(1, 2)))
                        .render())
                .isEqualTo("1112");
    }

    @Test
    void emptyIsFoundToo() {
        assertThat(engine.parse("{#for row in rows}{#if nothing == null}x{/if}{/for}")
                        .data("rows", rows(), "nothing", null)
                        .render())
                .isEqualTo("xx");
    }

    private String render(String template) {
        return engine.parse(template).data("rows", rows(), "title", "t").render();
    }

    private static List<List<Integer>> rows() {
        return List.of(List.of(1, 2), List.of(3));
    }

    private Engine with(ValueResolver... resolvers) {
        EngineBuilder builder = Engine.builder().addDefaults().addValueResolver(new Type());
        for (ValueResolver one : resolvers) {
            builder.addValueResolver(one);
        }
        return builder.build();
    }

    private final class Type implements ValueResolver {

        @Override
        public int getPriority() {
            return 10;
        }

        @Override
        public boolean appliesTo(EvalContext context) {
            if (context.getName().equals("title")
                    && context.getBase() != null
                    && !(context.getBase() instanceof List)) {
                asked.incrementAndGet();
            }
            return false;
        }

        @Override
        public CompletionStage<Object> resolve(EvalContext context) {
            return Results.notFound(context);
        }
    }
}
