package org.tianbo.interop.page;

import java.util.Locale;
import org.tianbo.interop.delivery.Delivery;
import org.tianbo.platform.error.FaultTexts;

/**
 * A delivery as an officer sees it.
 *
 * @param status of the last answer; 0 where none came
 * @param answer how it begins, or why none came
 */
record DeliveryView(Delivery delivery, int status, String answer) {

    static DeliveryView of(Delivery delivery, Locale locale) {
        String answer = delivery.answer();
        return new DeliveryView(
                delivery,
                delivery.status().orElse(0),
                answer.matches("interop\\.[a-z-]+") ? FaultTexts.of(answer, locale) : answer);
    }

    public boolean isWaiting() {
        return delivery.state() == Delivery.State.WAITING;
    }

    public boolean isDelivered() {
        return delivery.state() == Delivery.State.DELIVERED;
    }
}
