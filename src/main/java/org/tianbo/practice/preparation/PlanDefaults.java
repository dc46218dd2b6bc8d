package org.tianbo.practice.preparation;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;
import org.tianbo.practice.plan.Plan;
import org.tianbo.practice.plan.ProductFacts;

/**
 * What the form for the next rehearsal is filled in with: the products of the last one, and a length to begin with.
 *
 * @param format slug of the run of show that is chosen
 * @param products as last planned, at most as many as a plan can hold facts of
 */
public record PlanDefaults(String format, List<ProductFacts> products) {

    /** One minute: short enough to dare, done before the arm grows tired, and five megabytes. */
    public static final String FIRST = "pitch";

    /** Five minutes: every longer live is this again and again, and a mentor sees all of the rubric in it. */
    public static final String AFTERWARDS = "product-loop";

    private static final int MOST_PRODUCTS = 3;
    private static final ProductFacts NOTHING = new ProductFacts("", null, null, null);

    /** @param recorded whether the trainee has ever recorded anything; a plan alone is no experience */
    public static PlanDefaults after(Optional<Plan> last, boolean recorded) {
        return new PlanDefaults(
                recorded ? AFTERWARDS : FIRST,
                last.map(PlanDefaults::productsOf).orElse(List.of()));
    }

    /** Of the form, one for each product a plan can hold facts of; what was never typed is empty. */
    public record Fields(String number, String name, String price, String weight, String origin) {

        static Fields of(int product, ProductFacts typed) {
            return new Fields(
                    product == 0 ? "" : String.valueOf(product + 1),
                    typed.name(),
                    Objects.requireNonNullElse(typed.price(), ""),
                    Objects.requireNonNullElse(typed.weight(), ""),
                    Objects.requireNonNullElse(typed.origin(), ""));
        }

        public boolean isFirst() {
            return number.isEmpty();
        }

        public boolean isSecond() {
            return number.equals("2");
        }
    }

    public List<Fields> fields() {
        return IntStream.range(0, MOST_PRODUCTS)
                .mapToObj(product -> Fields.of(product, product < products.size() ? products.get(product) : NOTHING))
                .toList();
    }

    public String firstName() {
        return products.isEmpty() ? "" : products.get(0).name();
    }

    /** A plan of an earlier version has names only. */
    private static List<ProductFacts> productsOf(Plan plan) {
        return plan.facts().isEmpty()
                ? plan.products().stream()
                        .limit(1)
                        .map(name -> new ProductFacts(name, null, null, null))
                        .toList()
                : plan.facts();
    }
}
