package io.github.mesosdiscovery.history.invariant;

import io.github.mesosdiscovery.history.trace.Delivery;
import io.github.mesosdiscovery.history.trace.Hearing;
import io.github.mesosdiscovery.history.trace.History;
import io.github.mesosdiscovery.history.trace.Life;

/**
 * Who asks the locator while it hears of an event gets what the event tells, or something
 * newer.
 */
final class GetterAgreement implements Invariant {

	@Override
	public void check(Life life, History history, Report report) {
		for (Hearing hearing : life.hearings()) {
			for (Delivery delivery : hearing.deliveries()) {
				if (delivery.current() < delivery.publication()) {
					report.violation(delivery.begun(), delivery.ended(), hearing.listener() + " heard of publication "
							+ delivery.publication() + " and got publication " + delivery.current());
				}
			}
		}
	}

}
