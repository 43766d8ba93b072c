package com.example;

import java.util.Map;

import io.github.mesosdiscovery.MesosMasterLocator;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;

@Component
class Clusters {

	private final MesosMasterLocator main;

	private final MesosMasterLocator east;

	private final Map<String, MesosMasterLocator> all;

	Clusters(MesosMasterLocator main, @Qualifier("east") MesosMasterLocator east,
			Map<String, MesosMasterLocator> all) {
		this.main = main;
		this.east = east;
		this.all = all;
	}

}
