package io.github.mesosdiscovery.autoconfigure;

import io.github.mesosdiscovery.FakeMasterLocator;
import io.github.mesosdiscovery.Masters;
import io.github.mesosdiscovery.MesosMasterLocator;
import io.github.mesosdiscovery.health.MesosHealthIndicator;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.health.autoconfigure.contributor.HealthContributorAutoConfiguration;
import org.springframework.boot.health.contributor.CompositeHealthContributor;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link MesosHealthContributorAutoConfiguration}.
 */
class MesosHealthContributorAutoConfigurationTests {

	private final ApplicationContextRunner contextRunner = new ApplicationContextRunner()
		.withConfiguration(AutoConfigurations.of(MesosHealthContributorAutoConfiguration.class,
				HealthContributorAutoConfiguration.class));

	private final ApplicationContextRunner withLocator = this.contextRunner.withBean("a", MesosMasterLocator.class,
			() -> new FakeMasterLocator(Masters.connected(Masters.master(1))));

	@Test
	@DisplayName("#75 The health is there with a locator")
	void healthOfTheOneLocator() {
		this.withLocator.run((context) -> {
			assertThat(context).hasSingleBean(MesosHealthIndicator.class).hasBean("mesosHealthContributor");
			Health health = context.getBean(MesosHealthIndicator.class).health();
			assertThat(health).isNotNull();
			assertThat(health.getDetails()).containsEntry("masters", 1);
		});
	}

	@Test
	void compositeOfSeveralLocators() {
		this.withLocator.withBean("b", MesosMasterLocator.class, () -> new FakeMasterLocator(Masters.connected()))
			.run((context) -> {
				CompositeHealthContributor composite = context.getBean("mesosHealthContributor",
						CompositeHealthContributor.class);
				assertThat(composite.stream().map(CompositeHealthContributor.Entry::name))
					.containsExactlyInAnyOrder("a", "b");
			});
	}

	@Test
	void noneWithoutLocator() {
		this.contextRunner.run((context) -> assertThat(context).doesNotHaveBean("mesosHealthContributor"));
	}

	@Test
	@DisplayName("#75 The health can be switched off")
	void noneWhenHealthIsSwitchedOff() {
		this.withLocator.withPropertyValues("management.health.mesos.enabled=false")
			.run((context) -> assertThat(context).doesNotHaveBean("mesosHealthContributor"));
	}

	@Test
	void noneWhenDiscoveryIsDisabled() {
		this.withLocator.withPropertyValues("mesos.discovery.enabled=false")
			.run((context) -> assertThat(context).doesNotHaveBean("mesosHealthContributor"));
	}

	@Test
	@DisplayName("#75 The health gives way to the user's own")
	void givesWayToTheUsersOwn() {
		this.withLocator.withBean("mesosHealthIndicator", HealthIndicator.class, () -> () -> Health.up().build())
			.run((context) -> assertThat(context).doesNotHaveBean("mesosHealthContributor")
				.doesNotHaveBean(MesosHealthIndicator.class));
	}

}
