package io.github.mesosdiscovery.autoconfigure.container;

import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link ContainerMechanism}.
 */
class ContainerMechanismTests {

	@Test
	void mesosIsThePathWithoutALabel() {
		assertThat(ContainerMechanism.of("localhost", 40001, Map.of("other", "label")))
			.isEqualTo("zk://localhost:40001/mesos");
	}

	@ParameterizedTest
	@CsvSource({ "/a/b, /a/b", "a/b, /a/b", "' /a ', /a", "'', /" })
	void pathOfTheLabel(String label, String path) {
		assertThat(ContainerMechanism.of("localhost", 1, Map.of(ContainerMechanism.PATH_LABEL, label)))
			.isEqualTo("zk://localhost:1" + path);
	}

	@ParameterizedTest
	@CsvSource({ "::1, [::1]", "[::1], [::1]", "127.0.0.1, 127.0.0.1" })
	void hosts(String host, String inUrl) {
		assertThat(ContainerMechanism.of(host, 1, Map.of())).isEqualTo("zk://" + inUrl + ":1/mesos");
	}

}
