package com.example;

import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.function.Consumer;

import io.github.mesosdiscovery.MasterSnapshot;
import io.github.mesosdiscovery.MesosMasterLocator;

class ConnectionReport {

	private final MesosMasterLocator locator;

	ConnectionReport(MesosMasterLocator locator) {
		this.locator = locator;
	}

	void follow(Consumer<MasterSnapshot> report) throws InterruptedException, ExecutionException {
		MasterSnapshot seen = this.locator.snapshot();
		report.accept(seen);
		while (true) {
			try {
				seen = this.locator.changedFrom(seen).get();
				report.accept(seen);
			}
			catch (CancellationException ex) {
				// The locator was closed.
				return;
			}
		}
	}

}
