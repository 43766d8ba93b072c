package io.github.mesosdiscovery.autoconfigure;

import io.github.mesosdiscovery.http.MesosLeader;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.support.RestClientHttpServiceGroupConfigurer;

/**
 * Points the groups of HTTP services that have {@link MesosLeader} at the leader, where
 * they stand on a {@link RestClient}.
 */
final class LeaderRestClientGroupConfigurer implements RestClientHttpServiceGroupConfigurer {

	private final LeaderRequestFactories factories;

	private final LeaderGroupSettings settings;

	LeaderRestClientGroupConfigurer(LeaderRequestFactories factories, LeaderGroupSettings settings) {
		this.factories = factories;
		this.settings = settings;
	}

	@Override
	public int getOrder() {
		return LeaderGroups.ORDER;
	}

	@Override
	public void configureGroups(Groups<RestClient.Builder> groups) {
		groups.filter(LeaderGroups::contain)
			.forEachClient((group, client) -> this.factories.connect(client, LeaderGroups.cluster(group),
					this.settings.of(group.name())));
	}

}
