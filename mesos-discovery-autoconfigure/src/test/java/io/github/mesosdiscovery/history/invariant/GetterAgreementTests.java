package io.github.mesosdiscovery.history.invariant;

import io.github.mesosdiscovery.history.trace.Delivery;
import org.junit.jupiter.api.Test;

import static io.github.mesosdiscovery.history.invariant.Sample.nanos;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link GetterAgreement}.
 */
class GetterAgreementTests {

	@Test
	void theSameOrNewer() {
		assertThat(new Sample()
			.hear(0, new Delivery(0, 1, Delivery.Kind.MASTERS, 1, 1, null, null, null),
					new Delivery(2, 3, Delivery.Kind.MASTERS, 2, 5, null, null, null))
			.check(new GetterAgreement())).isEmpty();
	}

	@Test
	void older() {
		assertThat(new Sample().hear(0, new Delivery(nanos(0), nanos(1), Delivery.Kind.MASTERS, 2, 1, null, null, null))
			.check(new GetterAgreement())).hasSize(1);
	}

}
