package io.github.mesosdiscovery.benchmarks.startup.application;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import com.sun.management.OperatingSystemMXBean;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.ApplicationEvent;
import org.springframework.context.ApplicationListener;

/**
 * Prints what the start costs: when the application is ready, and again when background
 * work has ended.
 */
final class StartupFigures implements ApplicationListener<ApplicationEvent> {

	private static final long REST = 1500;

	private static final long LIMIT = 30;

	/** When the parent started this process. */
	private final Instant start = Instant.parse(System.getProperty("benchmarks.start"));

	private final CountDownLatch leader = new CountDownLatch(1);

	@Override
	public void onApplicationEvent(ApplicationEvent event) {
		if (event instanceof ApplicationReadyEvent) {
			long ready = elapsed();
			print("ready", ready);
			print("main-cpu", ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() / 1000);
			print("cpu", cpu());
			print("classes", classes());
		}
		// By name: without the starter there is no such class.
		else if (event.getClass().getSimpleName().equals("LeaderChangedEvent")) {
			print("leader", elapsed());
			this.leader.countDown();
		}
	}

	/** Wait, for a leader if there are masters, and print the other figures. */
	void settle() throws InterruptedException {
		if (Boolean.getBoolean("benchmarks.leader")) {
			this.leader.await(LIMIT, TimeUnit.SECONDS);
		}
		Thread.sleep(REST);
		print("settled-cpu", cpu());
		print("settled-classes", classes());
		System.gc();
		print("heap", ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed());
		print("rss", residentBytes());
		print("threads", ManagementFactory.getThreadMXBean().getThreadCount());
	}

	/** All times are in microseconds. */
	private long elapsed() {
		return Duration.between(this.start, Instant.now()).dividedBy(ChronoUnit.MICROS.getDuration());
	}

	private static long cpu() {
		return (ManagementFactory.getOperatingSystemMXBean() instanceof OperatingSystemMXBean system)
				? system.getProcessCpuTime() / 1000 : 0;
	}

	private static long classes() {
		return ManagementFactory.getClassLoadingMXBean().getTotalLoadedClassCount();
	}

	private static long residentBytes() {
		try {
			return Files.readAllLines(Path.of("/proc/self/status"))
				.stream()
				.filter((line) -> line.startsWith("VmRSS:"))
				.mapToLong((line) -> Long.parseLong(line.replaceAll("\\D", "")) * 1024)
				.sum();
		}
		catch (IOException ex) {
			return 0;
		}
	}

	private static void print(String name, long figure) {
		System.out.println("figure " + name + "=" + figure);
	}

}
