package com.example;

import java.time.Duration;
import java.util.List;
import java.util.Properties;

import io.github.mesosdiscovery.MesosMasterLocator;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;

@SpringBootApplication
public class Application {

	public static void main(String[] args) {
		SpringApplication.run(Application.class, args);
	}

	/**
	 * Tells on standard output who leads, and after a restart what is left of the locator
	 * before: the system properties hold it, since they outlive the context and its class
	 * loader.
	 */
	@Bean
	ApplicationRunner tell(MesosMasterLocator locator) {
		return (arguments) -> {
			String id = locator.awaitLeader(Duration.ofSeconds(30)).id();
			System.out.println("LEADER " + id + " in " + getClass().getClassLoader().getClass().getSimpleName());
			Properties kept = System.getProperties();
			if (kept.get("locator") instanceof MesosMasterLocator before && kept.get("threads") instanceof List<?> old) {
				System.out.println("BEFORE " + before.snapshot().connection().state());
				System.out.println("LEFT " + left(old));
			}
			kept.put("locator", locator);
			kept.put("threads", Thread.getAllStackTraces()
				.keySet()
				.stream()
				.filter((thread) -> thread.getName().startsWith("mesos-discovery"))
				.toList());
			System.out.println("READY");
		};
	}

	private static List<String> left(List<?> threads) throws InterruptedException {
		long end = System.currentTimeMillis() + Duration.ofSeconds(30).toMillis();
		for (Object thread : threads) {
			((Thread) thread).join(Math.max(1, end - System.currentTimeMillis()));
		}
		return threads.stream().map(Thread.class::cast).filter(Thread::isAlive).map(Thread::getName).toList();
	}

}
